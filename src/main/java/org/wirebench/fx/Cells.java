package org.wirebench.fx;

import org.wirebench.core.text.Unicode;

/** How many cells of a fixed-pitch screen a character takes. */
final class Cells {
  private Cells() {}

  /** Whether each char of {@code text} takes one cell and is drawn alike by every font engine. */
  static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** 0, 1 or 2; control characters are shown by one. */
  static int width(int codePoint) {
    return Character.isISOControl(codePoint) ? 1 : Unicode.width(codePoint);
  }
}
