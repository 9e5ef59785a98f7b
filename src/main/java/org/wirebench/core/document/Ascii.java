package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Character sets in which a byte below 0x80 is that character of ASCII wherever it stands. */
final class Ascii {
  private static final String SAMPLE = "\t\n\r !\"#$%&'*+,-./09:;<=>?AZ[\\]_az{}";

  private Ascii() {}

  /** Whether {@code charset} is such a one: then line ends and quotes are found as bytes. */
  static boolean isIn(Charset charset) {
    if (charset.equals(UTF_8)) {
      return true;
    }
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
      return false;
    }
    return Arrays.equals(SAMPLE.getBytes(charset), SAMPLE.getBytes(US_ASCII));
  }
}
