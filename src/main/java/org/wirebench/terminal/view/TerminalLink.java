package org.wirebench.terminal.view;

import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.ExternalLinks;
import org.wirebench.core.text.Messages;

/**
 * A link in the text of a program, which may be hostile.
 *
 * @param address as the program wrote it
 */
record TerminalLink(String address) {
  /** How many characters of an address are shown. */
  static final int SHOWN = 300;

  private static final Messages TEXT = Messages.of(TerminalLink.class);

  /** Whether it is of a kind that may be opened, and hides nothing. */
  boolean isOpenable() {
    return ExternalLinks.isKnown(address)
        && address.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
        && Escapes.display(address).equals(address);
  }

  /** The address, safe to show, with its host first where that stands behind a name. */
  String shown() {
    String all = cut(address);
    int begin = address.indexOf("://");
    if (begin < 0) {
      return all;
    }
    int end = begin + 3;
    while (end < address.length() && "/\\?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    // What stands before the @ may look like a host, and as long as it likes.
    int name = address.lastIndexOf('@', end - 1);
    return name < begin
        ? all
        : TEXT.get("terminal.link.host", cut(address.substring(name + 1, end)), all);
  }

  private static String cut(String text) {
    String safe = Escapes.display(text, SHOWN);
    return safe.length() > SHOWN + 1 ? safe.substring(0, SHOWN) + "…" : safe;
  }
}
