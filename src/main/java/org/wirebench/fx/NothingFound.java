package org.wirebench.fx;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Stands over rows of which a filter wants none: a blank pane would say that there are none. */
public final class NothingFound extends VBox {
  /**
   * @param words what was not found; not shown while they are empty
   * @param clear shows everything again
   */
  public NothingFound(ObservableStringValue words, Action clear) {
    getStyleClass().addAll("empty-state", "nothing-found");
    Label label = new Label();
    label.textProperty().bind(words);
    label.setWrapText(true);
    label.getStyleClass().add("empty-words");
    Button button = Describe.button(clear);
    button.getStyleClass().add("small");
    getChildren().addAll(label, button);
    setMinHeight(0);
    visibleProperty().bind(label.textProperty().isNotEmpty());
  }
}
