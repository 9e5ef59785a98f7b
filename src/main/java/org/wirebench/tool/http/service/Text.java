package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Texts of headers, whose charset is not said (RFC 9110 section 5.5). */
final class Text {
  private Text() {}

  /** {@code latin1}, in which each char is one byte, as UTF-8 where it is that. */
  static String utf8(String latin1) {
    if (isAscii(latin1)) {
      return latin1;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(latin1.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException notUtf8) {
      return latin1;
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a number of one digit or so many at most. */
  static boolean isNumber(String text, int digits) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= digits;
  }
}
