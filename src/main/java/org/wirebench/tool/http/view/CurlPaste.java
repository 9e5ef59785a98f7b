package org.wirebench.tool.http.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.curl.CurlCommand;

/** Makes the form of a command of curl, says what of it was not taken over, and takes it back. */
final class CurlPaste extends WrapRow {
  private static final Messages TEXT = Messages.of(CurlPaste.class);

  private final FormModel form;
  private final Label words = new Label();
  private final Button undo;
  private final Button redo;
  private Tree.Fields other = Tree.Fields.NONE;
  private String taken = "";

  CurlPaste(FormModel form) {
    this.form = form;
    getStyleClass().add("news-strip");
    words.setGraphic(Describe.icon(Feather.CLIPBOARD));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    undo = small(Action.of(TEXT.get("curl.undo"), Feather.CORNER_UP_LEFT, this::undo));
    redo = small(Action.of(TEXT.get("curl.redo"), Feather.CORNER_UP_RIGHT, this::redo));
    var close = Describe.iconButton(Feather.X, TEXT.get("curl.dismiss"), () -> setVisible(false));
    getChildren().addAll(words, undo, redo, close);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  private static Button small(Action action) {
    Button button = Describe.button(action);
    button.getStyleClass().add("small");
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  /** Fills the form with a command. */
  void take(String command) {
    CurlCommand.Parsed parsed = CurlCommand.parse(command);
    taken =
        parsed.notes().isEmpty()
            ? TEXT.get("curl.taken")
            : TEXT.get("curl.notes", String.join("\n", parsed.notes()));
    other = form.tree();
    form.load(parsed.request());
    show(taken, undo);
  }

  private void undo() {
    swap();
    show(TEXT.get("curl.undone"), redo);
  }

  private void redo() {
    swap();
    show(taken, undo);
  }

  /** What was typed meanwhile comes back with it. */
  private void swap() {
    Tree.Fields now = form.tree();
    form.load(other);
    other = now;
  }

  private void show(String said, Button back) {
    words.setText(said);
    undo.setVisible(back == undo);
    redo.setVisible(back == redo);
    setVisible(true);
  }
}
