package org.wirebench.core.wire;

import java.util.Arrays;

/**
 * Looks for ASCII text in bytes, with both cases of each letter, by Horspool's way of skipping.
 * Immutable.
 */
final class AsciiSearch {
  private final byte[] wanted;
  private final int[] skip = new int[256];

  /**
   * @param wanted at least one byte
   */
  AsciiSearch(byte[] wanted) {
    this.wanted = new byte[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      this.wanted[i] = folded(wanted[i]);
    }
    int last = wanted.length - 1;
    Arrays.fill(skip, wanted.length);
    for (int i = 0; i < last; i++) {
      skip[this.wanted[i] & 0xff] = last - i;
    }
    for (int upper = 'A'; upper <= 'Z'; upper++) {
      skip[upper] = skip[upper + ('a' - 'A')];
    }
  }

  private static byte folded(byte one) {
    return one >= 'A' && one <= 'Z' ? (byte) (one + ('a' - 'A')) : one;
  }

  boolean isIn(byte[] bytes, int offset, int length) {
    int last = wanted.length - 1;
    int end = offset + length;
    for (int at = offset + last; at < end; at += skip[bytes[at] & 0xff]) {
      int i = last;
      while (i >= 0 && folded(bytes[at - last + i]) == wanted[i]) {
        i--;
      }
      if (i < 0) {
        return true;
      }
    }
    return false;
  }
}
