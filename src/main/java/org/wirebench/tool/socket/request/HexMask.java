package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;

/**
 * Bytes of which some bits do not matter: {@code 02 ?? 4? 03}.
 *
 * @param value the bits looked for
 * @param mask a bit is set where it matters; as long as {@code value}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HexMask(byte[] value, byte[] mask) {
  private static final Messages TEXT = Messages.of(HexMask.class);

  /**
   * Reads hex digits, each possibly a {@code ?}, with blanks and colons between bytes.
   *
   * @throws ParseProblem at the first character that is none of these, or where a digit is alone
   */
  static HexMask parse(String text) throws ParseProblem {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    ByteArrayOutputStream mask = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == ':') {
        at++;
        continue;
      }
      int high = digit(text, at);
      if (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))) {
        throw new ParseProblem(TEXT.get("pattern.oddHex"), at);
      }
      int low = digit(text, at + 1);
      value.write((Math.max(0, high) << 4) | Math.max(0, low));
      mask.write((high < 0 ? 0 : 0xF0) | (low < 0 ? 0 : 0x0F));
      at += 2;
    }
    if (value.size() == 0) {
      throw new ParseProblem(TEXT.get("pattern.empty"), 0);
    }
    return new HexMask(value.toByteArray(), mask.toByteArray());
  }

  /** The digit at {@code at}, or -1 for a wildcard. */
  private static int digit(String text, int at) throws ParseProblem {
    char c = text.charAt(at);
    int digit = Character.digit(c, 16);
    if (c == '?') {
      return -1;
    }
    if (digit < 0) {
      throw new ParseProblem(TEXT.get("pattern.noHexDigit", String.valueOf(c)), at);
    }
    return digit;
  }

  Optional<BytePattern.Found> find(byte[] bytes, int length) {
    for (int start = 0; start + value.length <= length; start++) {
      if (matches(bytes, start)) {
        int end = start + value.length;
        String whole = new String(bytes, start, value.length, ISO_8859_1);
        return Optional.of(new BytePattern.Found(start, end, List.of(whole)));
      }
    }
    return Optional.empty();
  }

  private boolean matches(byte[] bytes, int start) {
    for (int i = 0; i < value.length; i++) {
      if ((bytes[start + i] & mask[i]) != (value[i] & mask[i])) {
        return false;
      }
    }
    return true;
  }
}
