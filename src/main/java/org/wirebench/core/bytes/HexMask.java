package org.wirebench.core.bytes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/** Bytes to look for, of which some bits do not matter: {@code 02 ?? 4? 03}. Immutable. */
public final class HexMask {
  private static final Messages TEXT = Messages.of(HexMask.class);
  private static final byte ALL = (byte) 0xFF;

  private final byte[] value;
  private final byte[] mask;

  /** A byte all of whose bits matter, so that most places need one look; 0 where there is none. */
  private final int anchor;

  private HexMask(byte[] value, byte[] mask) {
    this.value = value;
    this.mask = mask;
    int first = 0;
    while (first < mask.length && mask[first] != ALL) {
      first++;
    }
    anchor = first == mask.length ? 0 : first;
  }

  /** Exactly these bytes. */
  public static HexMask of(byte[] exactly) {
    byte[] mask = new byte[exactly.length];
    Arrays.fill(mask, ALL);
    return new HexMask(exactly.clone(), mask);
  }

  /**
   * Reads pairs of hex digits, each of which may be a {@code ?} that stands for any digit. What may
   * stand between and before pairs is as in {@link Hex#parse}. No digits at all are no bytes.
   *
   * @throws ParseProblem at a character that is neither, or at a digit that has no partner
   */
  public static HexMask parse(String text) throws ParseProblem {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    ByteArrayOutputStream mask = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      if (Hex.isSeparator(text.charAt(at))) {
        at++;
      } else if (Hex.isPrefix(text, at)) {
        at += 2;
        if (at == text.length()) {
          throw new ParseProblem(TEXT.get("hex.incomplete"), at);
        }
      } else {
        int high = digit(text, at);
        if (at + 1 == text.length() || Hex.isSeparator(text.charAt(at + 1))) {
          throw new ParseProblem(TEXT.get("hex.odd", Escapes.character(text, at)), at);
        }
        int low = digit(text, at + 1);
        value.write(Math.max(0, high) << 4 | Math.max(0, low));
        mask.write((high < 0 ? 0 : 0xF0) | (low < 0 ? 0 : 0x0F));
        at += 2;
      }
    }
    return new HexMask(value.toByteArray(), mask.toByteArray());
  }

  /** The digit at {@code at}, or -1 for any. */
  private static int digit(String text, int at) throws ParseProblem {
    char one = text.charAt(at);
    int digit = one < 0x80 ? Character.digit(one, 16) : -1;
    if (digit < 0 && one != '?') {
      throw new ParseProblem(TEXT.get("hex.mask", Escapes.character(text, at)), at);
    }
    return digit;
  }

  /** How many bytes it stands for. */
  public int length() {
    return value.length;
  }

  /**
   * What byte {@code index} must be, but for the bits that do not matter, which are 0.
   *
   * @param index from 0 to {@link #length()} - 1
   */
  public byte value(int index) {
    return value[index];
  }

  /**
   * The bits of byte {@code index} that matter.
   *
   * @param index from 0 to {@link #length()} - 1
   */
  public byte mask(int index) {
    return mask[index];
  }

  /** The first index in {@code [from, to)} at which it stands and ends in there, or -1. */
  public int find(byte[] bytes, int from, int to) {
    if (value.length == 0) {
      return from;
    }
    int last = to - value.length;
    for (int at = from; at <= last; at++) {
      if ((bytes[at + anchor] & mask[anchor]) == value[anchor] && matches(bytes, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < value.length; i++) {
      if ((bytes[at + i] & mask[i]) != value[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HexMask that
        && Arrays.equals(value, that.value)
        && Arrays.equals(mask, that.mask);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(value) + Arrays.hashCode(mask);
  }
}
