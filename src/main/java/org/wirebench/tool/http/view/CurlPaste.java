package org.wirebench.tool.http.view;

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
  private Tree.Fields before = Tree.Fields.NONE;

  CurlPaste(FormModel form) {
    this.form = form;
    getStyleClass().add("news-strip");
    words.setGraphic(Describe.icon(Feather.CLIPBOARD));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var undo =
        Describe.button(Action.of(TEXT.get("curl.undo"), Feather.CORNER_UP_LEFT, this::undo));
    undo.getStyleClass().add("small");
    var close = Describe.iconButton(Feather.X, TEXT.get("curl.dismiss"), () -> setVisible(false));
    getChildren().addAll(words, undo, close);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Fills the form with a command. */
  void take(String command) {
    before = form.tree();
    CurlCommand.Parsed parsed = CurlCommand.parse(command);
    form.load(parsed.request());
    words.setText(
        parsed.notes().isEmpty()
            ? TEXT.get("curl.taken")
            : TEXT.get("curl.notes", String.join("\n", parsed.notes())));
    setVisible(true);
  }

  private void undo() {
    form.load(before);
    setVisible(false);
  }
}
