package org.wirebench.tool.http.lab;

import java.io.ByteArrayOutputStream;

/** The Brotli format (RFC 7932), without compressing anything. */
final class Brotli {
  /** As much as one meta-block holds with four nibbles of length (RFC 7932 section 9.2). */
  private static final int BLOCK = 1 << 16;

  /** ISLAST and ISLASTEMPTY. */
  private static final int END = 0b11;

  private Brotli() {}

  /** A stream that decodes to {@code bytes}. */
  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (bytes.length == 0) {
      // The bit of the window, of 16 bits, comes first.
      out.write(END << 1);
      return out.toByteArray();
    }
    for (int at = 0; at < bytes.length; at += BLOCK) {
      int length = Math.min(BLOCK, bytes.length - at);
      // ISLAST 0, MNIBBLES 00, MLEN - 1 in 16 bits, ISUNCOMPRESSED 1; then up to the next byte.
      int head = (length - 1) << 3 | 1 << 19;
      int shifted = at == 0 ? head << 1 : head;
      out.write(shifted);
      out.write(shifted >> 8);
      out.write(shifted >> 16);
      out.write(bytes, at, length);
    }
    out.write(END);
    return out.toByteArray();
  }
}
