package org.wirebench.core.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import org.wirebench.core.text.Unicode.Join;

/** Makes the table of {@link Unicode} of what ICU knows. */
final class UnicodeTable {
  private static final int SOFT_HYPHEN = 0xad;

  private UnicodeTable() {}

  /** The whole table as text: a line for each range in which all characters are alike. */
  static String text() {
    StringBuilder text =
        new StringBuilder("# first last width emoji join: Unicode ")
            .append(UCharacter.getUnicodeVersion())
            .append(", made by UnicodeTest\n");
    String usual = "1 - " + Join.OTHER;
    int from = 0;
    String alike = properties(0);
    for (int at = 1; at <= Character.MAX_CODE_POINT + 1; at++) {
      String now = at > Character.MAX_CODE_POINT ? "" : properties(at);
      if (!now.equals(alike)) {
        if (!alike.equals(usual)) {
          text.append(String.format("%x %x %s\n", from, at - 1, alike));
        }
        from = at;
        alike = now;
      }
    }
    return text.toString();
  }

  private static String properties(int codePoint) {
    boolean emoji = UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI);
    return width(codePoint) + " " + (emoji ? "e" : "-") + " " + join(codePoint);
  }

  static int width(int codePoint) {
    int hangul = UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE);
    boolean inner =
        hangul == UCharacter.HangulSyllableType.VOWEL_JAMO
            || hangul == UCharacter.HangulSyllableType.TRAILING_JAMO;
    if (inner || isMark(codePoint)) {
      return 0;
    }
    int east = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    boolean wide =
        east == UCharacter.EastAsianWidth.WIDE || east == UCharacter.EastAsianWidth.FULLWIDTH;
    return wide ? 2 : 1;
  }

  /** Whether a character is seen with the one before it alone, or not at all. */
  private static boolean isMark(int codePoint) {
    boolean prepended =
        UCharacter.hasBinaryProperty(codePoint, UProperty.PREPENDED_CONCATENATION_MARK);
    return switch ((byte) UCharacter.getType(codePoint)) {
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK,
          UCharacterCategory.CONTROL,
          UCharacterCategory.LINE_SEPARATOR,
          UCharacterCategory.PARAGRAPH_SEPARATOR ->
          true;
      case UCharacterCategory.FORMAT -> codePoint != SOFT_HYPHEN && !prepended;
      default -> false;
    };
  }

  private static int conjunct(String name) {
    return UCharacter.getPropertyValueEnum(UProperty.INDIC_CONJUNCT_BREAK, name);
  }

  /** How one joins that is of no kind by itself. */
  private static Join apart(int conjunct) {
    if (conjunct == conjunct("Consonant")) {
      return Join.CONSONANT;
    }
    return conjunct == conjunct("Linker") ? Join.LINKER_APART : Join.OTHER;
  }

  private static Join join(int codePoint) {
    int conjunct = UCharacter.getIntPropertyValue(codePoint, UProperty.INDIC_CONJUNCT_BREAK);
    return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.GRAPHEME_CLUSTER_BREAK)) {
      case UCharacter.GraphemeClusterBreak.CR,
          UCharacter.GraphemeClusterBreak.LF,
          UCharacter.GraphemeClusterBreak.CONTROL ->
          Join.CONTROL;
      case UCharacter.GraphemeClusterBreak.EXTEND ->
          conjunct == conjunct("Linker")
              ? Join.LINKER
              : conjunct == conjunct("Extend") ? Join.EXTEND : Join.EXTEND_ALONE;
      case UCharacter.GraphemeClusterBreak.ZWJ -> Join.ZWJ;
      case UCharacter.GraphemeClusterBreak.REGIONAL_INDICATOR -> Join.REGIONAL_INDICATOR;
      case UCharacter.GraphemeClusterBreak.PREPEND -> Join.PREPEND;
      case UCharacter.GraphemeClusterBreak.SPACING_MARK -> Join.SPACING_MARK;
      case UCharacter.GraphemeClusterBreak.L -> Join.L;
      case UCharacter.GraphemeClusterBreak.V -> Join.V;
      case UCharacter.GraphemeClusterBreak.T -> Join.T;
      case UCharacter.GraphemeClusterBreak.LV -> Join.LV;
      case UCharacter.GraphemeClusterBreak.LVT -> Join.LVT;
      default -> {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)) {
          yield Join.PICTOGRAPHIC;
        }
        yield apart(conjunct);
      }
    };
  }
}
