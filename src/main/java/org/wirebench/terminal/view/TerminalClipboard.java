package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.terminal.engine.Terminal;

/** Copies what is selected, and pastes; what is risky is asked before. FX thread only. */
final class TerminalClipboard {
  private static final Messages TEXT = Messages.of(TerminalClipboard.class);

  private final TerminalView view;
  private final Terminal terminal;
  private Consumer<String> onRisk;
  private Consumer<String> onWish = _ -> {};

  TerminalClipboard(TerminalView view) {
    this.view = view;
    this.terminal = view.terminal();
    this.onRisk = _ -> view.bell().ring();
  }

  /** Copies what is selected, as text. */
  void copy() {
    Selection now = view.selection().property().get();
    if (now != null) {
      view.jobs()
          .start(
              JobSpec.named(TEXT.get("terminal.copy"), "terminal"),
              _ -> TerminalText.of(terminal, now),
              TerminalClipboard::copied);
    }
  }

  /** Copies what is selected, as HTML with its colours and as text. */
  void copyHtml() {
    Selection now = view.selection().property().get();
    if (now != null) {
      view.jobs()
          .start(
              JobSpec.named(TEXT.get("terminal.copy"), "terminal"),
              _ -> TerminalHtml.copied(terminal, now),
              TerminalHtml::copy);
    }
  }

  private static void copied(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String>(String text) && !text.isEmpty()) {
      put(text);
    }
  }

  /** Puts a text into the clipboard. */
  static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    boolean _ = Clipboard.getSystemClipboard().setContent(content);
  }

  /** Sends the text of the clipboard, unless it is risky: then who asks is told. */
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isEmpty()) {
      return;
    }
    if (terminal.isRisky(text)) {
      onRisk.accept(text);
    } else {
      pasteAnyway(text);
    }
  }

  /** Sends a text as if it was typed, of several lines or not. */
  void pasteAnyway(String text) {
    view.connection().sendLater(text.length(), terminal.pasted(text));
  }

  /** Is told of a text with several lines that is to be pasted, to ask the user. */
  void setOnRisk(Consumer<String> ask) {
    onRisk = ask;
  }

  /** Is told of a text that the program wants in the clipboard, to ask the user. */
  void setOnWish(Consumer<String> ask) {
    onWish = ask;
  }

  /** The program wants a text in the clipboard. */
  void wished(Optional<String> text) {
    text.ifPresent(onWish);
  }
}
