package org.wirebench.fx;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A choice of a few, all of them to be seen: exactly one is chosen.
 *
 * @param <T> what is chosen from
 */
public final class Segments<T> extends HBox {
  private final ObjectProperty<T> value;

  /**
   * @param values at least two; the first one is chosen
   * @param title what a button says
   * @param help what choosing it means, for the tooltip
   */
  public Segments(List<T> values, Function<T, String> title, Function<T, String> help) {
    this.value = new SimpleObjectProperty<>(this, "value", values.getFirst());
    getStyleClass().add("segments");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (T each : values) {
      ToggleButton button = Describe.control(new ToggleButton(title.apply(each)), help.apply(each));
      button.getStyleClass().add(pill(values, each));
      button.setToggleGroup(group);
      button.setUserData(each);
      button.setMinWidth(USE_PREF_SIZE);
      button.setSelected(each.equals(value.get()));
      button.setOnAction(_ -> choose(button, each));
      value.addListener((_, _, now) -> button.setSelected(each.equals(now)));
      getChildren().add(button);
    }
  }

  private static <T> String pill(List<T> values, T each) {
    if (each.equals(values.getFirst())) {
      return "left-pill";
    }
    return each.equals(values.getLast()) ? "right-pill" : "center-pill";
  }

  /** Gives each button an id: the prefix, a hyphen and the value in lower case. */
  public Segments<T> withIds(String prefix) {
    for (Node button : getChildren()) {
      button.setId(prefix + "-" + String.valueOf(button.getUserData()).toLowerCase(Locale.ROOT));
    }
    return this;
  }

  /** Pressing the chosen one again does not leave nothing chosen. */
  private void choose(ToggleButton button, T each) {
    button.setSelected(true);
    value.set(each);
  }

  /** What is chosen. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }
}
