package org.wirebench.terminal.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.WrapRow;

/** Asks above a terminal whether something may be done. */
final class TerminalQuestion extends WrapRow {
  private static final Messages TEXT = Messages.of(TerminalQuestion.class);

  private final Label words = new Label();
  private final Runnable left;
  private Button refusal = new Button();

  /**
   * @param left is run when it was answered, to put the focus back
   */
  TerminalQuestion(Runnable left) {
    this.left = left;
    getStyleClass().add("news-strip");
    setId("terminal-question");
    words.setGraphic(Describe.icon(Feather.HELP_CIRCLE));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            answer(() -> {});
            event.consume();
          }
        });
  }

  /**
   * Asks, in the place of what was asked before.
   *
   * @param question what is to be known before one answers
   * @param yes what the button is called that does it
   */
  void ask(String question, String yes, Ikon icon, Runnable action) {
    words.setText(question);
    Button no = small(Action.of(TEXT.get("question.no"), Feather.X, () -> answer(() -> {})));
    getChildren().setAll(words, small(Action.of(yes, icon, () -> answer(action))), no);
    setVisible(true);
    refusal = no;
  }

  /** Takes the keyboard: keys that were meant for the program must not do what is asked. */
  void takeKeys() {
    refusal.requestFocus();
  }

  private static Button small(Action action) {
    Button button = Describe.button(action);
    button.getStyleClass().add("small");
    return button;
  }

  private void answer(Runnable action) {
    setVisible(false);
    action.run();
    left.run();
  }
}
