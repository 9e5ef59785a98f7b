package org.wirebench.fx;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A choice that is as wide as the longest of its titles, whatever is chosen. One of JavaFX asks its
 * menu, which does not know how large text is until it was opened.
 *
 * @param <T> what is chosen
 */
public final class SteadyChoice<T> extends ChoiceBox<T> {
  /** A choice of nothing yet. */
  public SteadyChoice() {
    this(FXCollections.observableArrayList());
  }

  /** A choice of these. */
  public SteadyChoice(ObservableList<T> items) {
    super(items);
  }

  @Override
  protected double computePrefWidth(double height) {
    if (!(lookup(".label") instanceof Label title)
        || !(lookup(".open-button") instanceof Region open)) {
      return super.computePrefWidth(height);
    }
    double longest = getItems().stream().mapToDouble(item -> width(item, title)).max().orElse(0);
    double padding = title.snappedLeftInset() + title.snappedRightInset();
    return snappedLeftInset()
        + snapSizeX(longest + padding)
        + snapSizeX(open.prefWidth(-1))
        + snappedRightInset();
  }

  private double width(T item, Label title) {
    Text text =
        new Text(getConverter() == null ? String.valueOf(item) : getConverter().toString(item));
    text.setFont(title.getFont());
    return text.getLayoutBounds().getWidth();
  }
}
