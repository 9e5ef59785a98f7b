package org.wirebench.terminal.view;

import java.io.IOException;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.FindActions;
import org.wirebench.fx.find.FindRow;

/** A terminal with its search, and with what has to be asked before it is done. */
public final class TerminalPane extends VBox implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TerminalPane.class);

  /** How much of a text is shown before it is pasted. */
  private static final int LONGEST = 120;

  private final TerminalView view;
  private final TerminalQuestion question;
  private final FindActions finding;
  private final FindRow row;

  /**
   * An empty terminal.
   *
   * @param stores where a large scrollback is kept
   * @param scrollback how many lines are kept that left the screen
   */
  public TerminalPane(FxJobs jobs, ByteStores stores, int scrollback) {
    view = new TerminalView(jobs, stores, scrollback);
    question = new TerminalQuestion(view::requestFocus);
    finding =
        new FindActions(
            Action.of(TEXT.get("terminal.find"), Feather.SEARCH, this::find).on("Shortcut+Shift+F"),
            Action.of(
                TEXT.get("terminal.find.next"), Feather.ARROW_DOWN, () -> view.places().seek(true)),
            Action.of(
                TEXT.get("terminal.find.previous"),
                Feather.ARROW_UP,
                () -> view.places().seek(false)));
    row = new FindRow("terminal", view.places().search().model(), finding, view::requestFocus);
    VBox.setVgrow(view, Priority.ALWAYS);
    getChildren().addAll(question, row, view);
    view.places().setOnFind(this::find);
    view.clipboard().setOnRisk(this::askToPaste);
    view.clipboard().setOnWish(this::askToCopy);
    setMinSize(0, 0);
  }

  /** The terminal itself. */
  public TerminalView view() {
    return view;
  }

  /** What can be done here. */
  public List<Action> actions() {
    return List.of(
        finding.find(),
        finding.next(),
        finding.previous(),
        Action.of(
                TEXT.get("terminal.promptBefore"),
                Feather.CHEVRONS_UP,
                () -> view.jumpToPrompt(false))
            .on("Shortcut+Shift+Up"),
        Action.of(
                TEXT.get("terminal.promptBehind"),
                Feather.CHEVRONS_DOWN,
                () -> view.jumpToPrompt(true))
            .on("Shortcut+Shift+Down"),
        Action.of(TEXT.get("terminal.links"), Feather.LINK, view::goToLinks)
            .on("Shortcut+Shift+O"));
  }

  private void find() {
    row.open();
  }

  private void askToPaste(String text) {
    question.ask(
        TEXT.get("paste.several", text.strip().lines().count(), start(text)),
        TEXT.get("paste.yes"),
        Feather.CLIPBOARD,
        () -> view.clipboard().pasteAnyway(text));
    question.takeKeys();
  }

  private void askToCopy(String text) {
    if (question.isVisible()) {
      // What the user is about to allow must not become something else.
      return;
    }
    question.ask(
        TEXT.get("clipboard.ask", text.length(), start(text)),
        TEXT.get("clipboard.yes"),
        Feather.COPY,
        () -> TerminalClipboard.put(text));
    if (getScene() != null && getScene().getFocusOwner() == view) {
      question.takeKeys();
    }
  }

  private static String start(String text) {
    return Escapes.display(text.strip(), LONGEST);
  }

  @Override
  public void close() throws IOException {
    view.close();
  }
}
