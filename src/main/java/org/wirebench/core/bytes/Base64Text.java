package org.wirebench.core.bytes;

import java.util.Base64;
import org.wirebench.core.text.Messages;

/** Bytes as base64 (RFC 4648), read with the place of what is wrong. */
public final class Base64Text {
  private static final Messages TEXT = Messages.of(Base64Text.class);
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Text() {}

  /** The standard alphabet, padded, on one line. */
  public static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Reads the standard alphabet or the one for URLs, with or without padding; white space may stand
   * anywhere.
   *
   * @throws ParseProblem at a character that is not of the alphabet, at padding that is not at the
   *     end, or at the end when characters are missing
   */
  public static byte[] parse(String text) throws ParseProblem {
    StringBuilder digits = new StringBuilder(text.length());
    int padding = 0;
    int last = 0;
    for (int at = 0; at < text.length(); at++) {
      char one = standard(text.charAt(at));
      if (Character.isWhitespace(one)) {
        continue;
      }
      if (one == '=') {
        padding++;
        requirePadding(digits.length(), padding, at);
      } else if (ALPHABET.indexOf(one) < 0) {
        throw new ParseProblem(
            TEXT.get("base64.character", Escapes.character(text, at), at + 1), at);
      } else if (padding > 0) {
        throw new ParseProblem(TEXT.get("base64.afterPadding", at + 1), at);
      } else {
        digits.append(one);
        last = at;
      }
    }
    requireWhole(digits, padding, last, text.length());
    return Base64.getDecoder().decode(digits.toString());
  }

  private static char standard(char one) {
    return switch (one) {
      case '-' -> '+';
      case '_' -> '/';
      default -> one;
    };
  }

  private static void requirePadding(int digits, int padding, int at) throws ParseProblem {
    int rest = digits % 4;
    if (rest < 2 || padding > 4 - rest) {
      throw new ParseProblem(TEXT.get("base64.padding", at + 1), at);
    }
  }

  private static void requireWhole(CharSequence digits, int padding, int last, int end)
      throws ParseProblem {
    int rest = digits.length() % 4;
    if (rest == 1 || (padding > 0 && rest + padding != 4)) {
      throw new ParseProblem(TEXT.get("base64.incomplete"), end);
    }
    if (rest > 0) {
      // The last digit says more bits than bytes have; only zeros are the text of some bytes.
      int value = ALPHABET.indexOf(digits.charAt(digits.length() - 1));
      int unused = rest == 2 ? 0b1111 : 0b11;
      if ((value & unused) != 0) {
        throw new ParseProblem(TEXT.get("base64.incomplete"), last);
      }
    }
  }
}
