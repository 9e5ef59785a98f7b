package org.wirebench.tool.http.view;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.wirebench.tool.http.curl.CurlCommand;

/** A field for an address, into which a whole command of curl can be pasted or typed. */
final class UrlField extends TextField {
  private final Consumer<String> pasted;

  /**
   * @param pasted is given a command of curl that is pasted, or typed and ended with Enter
   */
  UrlField(Consumer<String> pasted) {
    this.pasted = pasted;
    addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
  }

  /** Whether a command of curl stands in it, which Enter turns into a request. */
  boolean isCurl() {
    return CurlCommand.isCurl(getText());
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && isCurl()) {
      event.consume();
      pasted.accept(getText());
    }
  }

  @Override
  public void paste() {
    // Looked at here, since a field for one line loses the line ends of the command.
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && CurlCommand.isCurl(text)) {
      pasted.accept(text);
    } else {
      super.paste();
    }
  }
}
