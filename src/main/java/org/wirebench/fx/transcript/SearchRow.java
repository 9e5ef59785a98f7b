package org.wirebench.fx.transcript;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;

/** The search: a field, what it found, and the way from hit to hit. Shown while it is open. */
final class SearchRow extends HBox {
  private static final Messages TEXT = Messages.of(SearchRow.class);

  private static final double WIDTH = 360;

  private final SearchModel search;
  private final TextField field = new TextField();
  private final Action next;
  private final Action previous;
  private final Runnable left;

  /**
   * @param left is run when the search was closed, to put the focus elsewhere
   */
  SearchRow(SearchModel search, Action next, Action previous, Runnable left) {
    this.search = search;
    this.next = next;
    this.previous = previous;
    this.left = left;
    getStyleClass().addAll("pane-bar", "transcript-search");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("transcript-search");
    field.setPromptText(TEXT.get("search.prompt"));
    Describe.control(field, TEXT.get("search.help"), TEXT.get("search.keys"));
    field.textProperty().bindBidirectional(search.textProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.setPrefWidth(WIDTH);
    Label found = new Label();
    found.setId("transcript-hits");
    found.textProperty().bind(search.countProperty());
    found.getStyleClass().add("secondary");
    FilterBox.mark(field, search.problemProperty());
    getChildren()
        .addAll(
            field,
            Describe.iconButton(previous),
            Describe.iconButton(next),
            found,
            Describe.iconButton(Feather.X, TEXT.get("search.close"), this::leave));
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(search.openProperty());
  }

  /** Opens the search and puts the focus into it. */
  void open() {
    search.openProperty().set(true);
    field.requestFocus();
    field.selectAll();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      (event.isShiftDown() ? previous : next).fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      leave();
      event.consume();
    }
  }

  private void leave() {
    search.openProperty().set(false);
    left.run();
  }
}
