package org.wirebench.tool.http.view;

import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormParts;
import org.wirebench.tool.http.request.LoadPlan;

/** How the request is repeated in a load run. */
final class LoadForm extends VBox {
  private static final Messages TEXT = Messages.of(LoadForm.class);

  LoadForm(FormFields fields) {
    getStyleClass().add("setup-column");
    getChildren()
        .addAll(
            FormParts.about(TEXT.get("load.about")),
            new EvenRow(
                fields.text(
                    "load.requests",
                    TEXT.get("load.requests"),
                    TEXT.get("load.requests.help"),
                    Long.toString(LoadPlan.DEFAULT.requests().orElseThrow())),
                fields.text(
                    "load.duration",
                    TEXT.get("load.duration"),
                    TEXT.get("load.duration.help"),
                    TEXT.get("load.duration.prompt"))),
            new EvenRow(
                fields.text(
                    "load.concurrency",
                    TEXT.get("load.concurrency"),
                    TEXT.get("load.concurrency.help"),
                    Integer.toString(LoadPlan.DEFAULT.concurrency())),
                fields.text(
                    "load.ramp",
                    TEXT.get("load.ramp"),
                    TEXT.get("load.ramp.help"),
                    TEXT.get("load.ramp.prompt"))),
            fields.text(
                "load.rate",
                TEXT.get("load.rate"),
                TEXT.get("load.rate.help"),
                TEXT.get("load.rate.prompt")));
  }
}
