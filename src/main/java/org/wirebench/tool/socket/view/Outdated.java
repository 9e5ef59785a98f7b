package org.wirebench.tool.socket.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Tip;
import org.wirebench.fx.WrapRow;

/** Says that what was changed in the form does not hold yet, and offers to have it hold. */
final class Outdated extends WrapRow {
  private static final Messages TEXT = Messages.of(Outdated.class);

  private final Action again;

  Outdated(SocketViewModel model) {
    getStyleClass().add("news-strip");
    Label words = new Label();
    words.setGraphic(Describe.icon(Feather.INFO));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var server = model.serverProperty().isNotNull();
    words
        .textProperty()
        .bind(
            Bindings.when(server)
                .then(TEXT.get("outdated.server"))
                .otherwise(TEXT.get("outdated.client")));
    Tip whole = new Tip();
    whole.textProperty().bind(words.textProperty());
    words.setTooltip(whole);
    again =
        Action.of(TEXT.get("outdated.again"), Feather.REFRESH_CW, model::restart)
            .when(model.outdatedProperty());
    Button button = Describe.button(again);
    button.getStyleClass().add("small");
    getChildren().addAll(words, button);
    visibleProperty().bind(model.outdatedProperty());
    managedProperty().bind(visibleProperty());
  }

  /** Has the changes hold. */
  Action again() {
    return again;
  }
}
