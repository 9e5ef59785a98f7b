package org.wirebench.terminal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A character set of 94 characters, as DEC's terminals have them, and one of 96. */
enum Charset {
  ASCII("B", "", ""),
  /** Lines, corners and a few signs, for frames. */
  SPECIAL_GRAPHICS(
      "0", "_`abcdefghijklmnopqrstuvwxyz{|}~", "\u00a0◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"),
  BRITISH("A", "#", "£"),
  DUTCH("4", "#@[\\]{|}~", "£¾ĳ½|¨ƒ¼´"),
  FINNISH("C5", "[\\]^`{|}~", "ÄÖÅÜéäöåü"),
  FRENCH("Rf", "#@[\\]{|}~", "£à°ç§éùè¨"),
  FRENCH_CANADIAN("Q9", "@[\\]^`{|}~", "àâçêîôéùèû"),
  GERMAN("K", "@[\\]{|}~", "§ÄÖÜäöüß"),
  ITALIAN("Y", "#@[\\]`{|}~", "£§°çéùàòèì"),
  NORWEGIAN("E6`", "@[\\]^`{|}~", "ÄÆØÅÜäæøåü"),
  SPANISH("Z", "#@[\\]{|}", "£§¡Ñ¿°ñç"),
  SWEDISH("H7", "@[\\]^`{|}~", "ÉÄÖÅÜéäöåü"),
  SWISS("=", "#@[\\]^_`{|}~", "ùàéçêîèôäöüû"),
  /** The upper half of ISO 8859-1, which has 96 characters. */
  LATIN_1("", 0x80);

  private static final int FIRST = 0x20;

  private static final Charset[] ALL = values();

  private final String finals;
  private final int[] table = new int[0x80];

  Charset(String finals, String from, String to) {
    this.finals = finals;
    Arrays.setAll(table, at -> at);
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to.charAt(i);
    }
  }

  Charset(String finals, int upper) {
    this.finals = finals;
    Arrays.setAll(table, at -> at < FIRST ? at : at + upper);
  }

  /** The set of 96 characters that this final character of SCS names; null where none is known. */
  static @Nullable Charset named96(int last) {
    return last == 'A' ? LATIN_1 : null;
  }

  /** The set that this final character of SCS names; null for one that is not known. */
  static @Nullable Charset named(int last) {
    for (Charset one : ALL) {
      if (one.finals.indexOf(last) >= 0) {
        return one;
      }
    }
    return null;
  }

  /** Whether the first and the last position have characters too. */
  boolean hasDelete() {
    return this == LATIN_1;
  }

  int shown(int character) {
    return table[character];
  }
}
