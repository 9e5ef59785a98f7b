package org.wirebench.fx;

import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says below a field why what is typed cannot be used; takes no room while it can. */
public final class ProblemLabel extends Label {
  /** Nothing is wrong. */
  public ProblemLabel() {
    getStyleClass().add("field-problem");
    setGraphic(Describe.icon(Feather.ALERT_CIRCLE));
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    visibleProperty().bind(textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  /**
   * Says what is wrong.
   *
   * @param reason begins in lower case, as it can follow the name of a field; empty for nothing
   */
  public void show(String reason) {
    setText(
        reason.isEmpty()
            ? ""
            : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1));
  }
}
