package org.wirebench.fx;

import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A line across a pane that says something about it; takes no room while there is nothing. */
public final class Strip extends HBox {
  private Strip(Ikon icon, ObservableStringValue text, Optional<Action> action) {
    Label label = new Label("", Describe.icon(icon));
    label.textProperty().bind(text);
    label.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(label, space);
    action.ifPresent(
        one -> {
          Button button = Describe.button(one);
          button.getStyleClass().addAll("small", "flat");
          button.setMinWidth(USE_PREF_SIZE);
          getChildren().add(button);
        });
    getStyleClass().add("pane-strip");
    setAlignment(Pos.CENTER_LEFT);
    visibleProperty().bind(label.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  /** Says something. */
  public static Strip of(Ikon icon, ObservableStringValue text) {
    return new Strip(icon, text, Optional.empty());
  }

  /** Says something, and offers to change that. */
  public static Strip of(Ikon icon, ObservableStringValue text, Action action) {
    return new Strip(icon, text, Optional.of(action));
  }

  /** Says why what was typed above cannot be used. */
  public static Strip problem(ObservableStringValue reason) {
    Strip strip = of(Feather.ALERT_CIRCLE, reason);
    strip.getStyleClass().add("wrong");
    return strip;
  }
}
