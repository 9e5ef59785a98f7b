package org.wirebench.terminal.engine;

/** Makes of a text that is pasted what can be sent: it must not do more than typing it would. */
final class Pasted {
  private static final String BEGIN = "\033[200~";
  private static final String END = "\033[201~";

  private Pasted() {}

  /**
   * The text without control characters but tabs and ends of lines, which are those of the Enter
   * key.
   *
   * @param bracketed whether the program asked to be told what is pasted (mode 2004)
   */
  static String of(String text, boolean bracketed) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\r")
        .replace('\n', '\r')
        .codePoints()
        .filter(c -> c == '\t' || c == '\r' || !Character.isISOControl(c))
        .forEach(clean::appendCodePoint);
    return bracketed ? BEGIN + clean + END : clean.toString();
  }

  /** Whether a text would be run as several commands before anybody could look at it. */
  static boolean isRisky(String text, boolean bracketed) {
    String body = text.stripTrailing();
    return !bracketed && (body.indexOf('\n') >= 0 || body.indexOf('\r') >= 0);
  }
}
