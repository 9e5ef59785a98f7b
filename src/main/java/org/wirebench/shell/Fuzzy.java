package org.wirebench.shell;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a text answers what was typed, when letters may be left out. */
final class Fuzzy {
  private static final int START_OF_TEXT = 12;
  private static final int START_OF_WORD = 8;
  private static final int IN_A_ROW = 5;
  private static final int ANYWHERE = 1;

  private Fuzzy() {}

  /**
   * How well the text answers: higher is better.
   *
   * @param typed words in any order, each of whose letters must come in their order
   * @return empty when it does not
   */
  static OptionalInt score(String typed, String text) {
    int score = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : typed.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      OptionalInt part = word(word, text, lower);
      if (part.isEmpty()) {
        return part;
      }
      score += part.getAsInt();
    }
    // Of two that answer alike, the shorter one is meant.
    return OptionalInt.of(8 * score - Math.min(text.length(), 7));
  }

  private static OptionalInt word(String word, String text, String lower) {
    if (word.isEmpty()) {
      return OptionalInt.of(0);
    }
    int whole = lower.indexOf(word);
    if (whole >= 0) {
      return OptionalInt.of(at(text, whole) + IN_A_ROW * word.length());
    }
    int score = 0;
    int from = 0;
    int before = -2;
    for (int i = 0; i < word.length(); i++) {
      int found = lower.indexOf(word.charAt(i), from);
      while (i == 0 && found >= 0 && at(text, found) == ANYWHERE) {
        // Letters from the middle of words would make anything answer to anything.
        found = lower.indexOf(word.charAt(i), found + 1);
      }
      if (found < 0) {
        return OptionalInt.empty();
      }
      score += found == before + 1 ? IN_A_ROW : at(text, found) / 2;
      before = found;
      from = found + 1;
    }
    return OptionalInt.of(score);
  }

  private static int at(String text, int index) {
    if (index == 0) {
      return START_OF_TEXT;
    }
    boolean begins =
        !Character.isLetterOrDigit(text.charAt(index - 1))
            || (Character.isUpperCase(text.charAt(index))
                && Character.isLowerCase(text.charAt(index - 1)));
    return begins ? START_OF_WORD : ANYWHERE;
  }
}
