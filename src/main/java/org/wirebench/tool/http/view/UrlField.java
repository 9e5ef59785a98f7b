package org.wirebench.tool.http.view;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.wirebench.tool.http.curl.CurlCommand;

/** A field for an address, into which a whole command of curl can be pasted. */
final class UrlField extends TextField {
  private final Consumer<String> pasted;

  /**
   * @param pasted is given a command of curl that is pasted, instead of the field
   */
  UrlField(Consumer<String> pasted) {
    this.pasted = pasted;
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
