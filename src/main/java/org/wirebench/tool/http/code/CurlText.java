package org.wirebench.tool.http.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.code.ShellCode;

/** Words of a command of curl. */
final class CurlText {
  private CurlText() {}

  /**
   * A word, readable where nothing in it misleads the reader: letters of all languages stay, what
   * cannot be seen is escaped.
   */
  static String word(String text) {
    if (text.isEmpty()) {
      return "''";
    }
    String shown = text.replace("\n", "").replace("\t", "");
    return Escapes.display(shown).equals(shown)
        ? ShellCode.word(text)
        : ShellCode.bytes(text.replace("\0", "").getBytes(UTF_8));
  }
}
