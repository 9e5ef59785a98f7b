package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/**
 * What a terminal says to a program that is fuzzed: sequences of the forms there are, and no more
 * of them than were asked for.
 */
final class Answers implements TerminalListener {
  /** What a question can be answered with, for each byte of it. */
  private static final int MOST_FOR_A_BYTE = 20;

  private static final int LONGEST_INPUT = 200;
  private static final Pattern FORM =
      Pattern.compile(
          "\033\\[[?>]?[0-9;]*\\$?[a-zA-Z]"
              + "|\033P[0-9>!]*[$+]?[r|][0-9A-Fa-f;:=mrst\"pq Wirebench]*\033\\\\"
              + "|\033\\](?:l|L|[0-9]+;(?:[0-9]+;)?rgb:[0-9a-f/]+)(?:\033\\\\|\007)");

  private long room;

  /** So many bytes come from the program. */
  void begin(int bytes) {
    room = (long) bytes * MOST_FOR_A_BYTE + LONGEST_INPUT;
  }

  @Override
  public void answer(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    room -= bytes.length;
    if (room < 0 || !FORM.matcher(text).matches()) {
      throw new AssertionError("answer: " + text.replace("\033", "^["));
    }
  }

  @Override
  public void title(String title) {
    if (title.codePoints().anyMatch(Character::isISOControl)) {
      throw new AssertionError("title: " + title);
    }
  }

  static void requireSmall(byte[] sent) {
    if (sent.length > LONGEST_INPUT) {
      throw new AssertionError("sent: " + new String(sent, ISO_8859_1));
    }
  }

  static void requirePasted(String sent) {
    boolean bracketed = sent.startsWith("\033[200~") && sent.endsWith("\033[201~");
    String body = bracketed ? sent.substring(6, sent.length() - 6) : sent;
    if (body.codePoints().anyMatch(c -> c != '\t' && c != '\r' && Character.isISOControl(c))) {
      throw new AssertionError("pasted: " + sent.replace("\033", "^["));
    }
  }
}
