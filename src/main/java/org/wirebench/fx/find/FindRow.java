package org.wirebench.fx.find;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;

/** The search: a field, what it found, and the way from hit to hit. Shown while it is open. */
public final class FindRow extends HBox {
  private static final Messages TEXT = Messages.of(FindRow.class);

  private static final double WIDTH = 360;

  private final FindModel find;
  private final TextField field = new TextField();
  private final FindActions actions;
  private final Runnable left;

  /**
   * @param name the ids of the field and of the count begin with it
   * @param left is run when the search was closed, to put the focus elsewhere
   */
  public FindRow(String name, FindModel find, FindActions actions, Runnable left) {
    this.find = find;
    this.actions = actions;
    this.left = left;
    getStyleClass().addAll("pane-bar", "find-row");
    setAlignment(Pos.CENTER_LEFT);
    field.setId(name + "-search");
    field.setPromptText(TEXT.get("find.prompt"));
    Describe.control(field, TEXT.get("find.help"), TEXT.get("find.keys"));
    field.textProperty().bindBidirectional(find.textProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.setPrefWidth(WIDTH);
    Label found = new Label();
    found.setId(name + "-hits");
    found.textProperty().bind(find.countProperty());
    found.getStyleClass().add("secondary");
    found.setMinWidth(USE_PREF_SIZE);
    FieldMarks.mark(field, find.problemProperty());
    getChildren()
        .addAll(
            field,
            Describe.iconButton(actions.previous()),
            Describe.iconButton(actions.next()),
            found,
            Describe.iconButton(Feather.X, TEXT.get("find.close"), this::leave));
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(find.openProperty());
  }

  /** Opens the search and puts the focus into it. */
  public void open() {
    find.openProperty().set(true);
    field.requestFocus();
    field.selectAll();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      (event.isShiftDown() ? actions.previous() : actions.next()).fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      leave();
      event.consume();
    }
  }

  private void leave() {
    find.openProperty().set(false);
    left.run();
  }
}
