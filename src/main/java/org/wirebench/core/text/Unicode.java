package org.wirebench.core.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What Unicode says of a character as far as cells are concerned: how wide it is, how it joins with
 * its neighbours (UAX #29), whether it is an emoji. The table is a resource that a test makes and
 * holds against ICU.
 */
public final class Unicode {
  /** How a character joins with its neighbours: the values of Grapheme_Cluster_Break and InCB. */
  public enum Join {
    OTHER(0),
    CONTROL(1),
    EXTEND(2),
    /** Extends, but does not take part in conjuncts. */
    EXTEND_ALONE(3),
    LINKER(4),
    ZWJ(5),
    REGIONAL_INDICATOR(6),
    PREPEND(7),
    SPACING_MARK(8),
    L(9),
    V(10),
    T(11),
    LV(12),
    LVT(13),
    PICTOGRAPHIC(14),
    CONSONANT(15),
    /** Links consonants, but does not extend what stands before it. */
    LINKER_APART(16);

    /** By their numbers. */
    private static final List<Join> ALL = List.of(values());

    private final int number;

    Join(int number) {
      this.number = number;
    }
  }

  private static final String TABLE = "unicode.txt";
  private static final int BLOCK_BITS = 8;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int WIDTH = 3;
  private static final int EMOJI = 4;
  private static final int JOIN_AT = 3;

  /** Blocks of properties; equal ones are one array. */
  private static final byte[][] BLOCKS = read();

  private Unicode() {}

  private static byte[][] read() {
    byte[][] blocks = new byte[(Character.MAX_CODE_POINT + 1) >> BLOCK_BITS][];
    try (InputStream in = Objects.requireNonNull(Unicode.class.getResourceAsStream(TABLE));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          range(line.split(" "), blocks);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    byte[] none = new byte[BLOCK];
    Arrays.fill(none, properties(1, false, Join.OTHER));
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = blocks[i] == null ? none : blocks[i];
    }
    return blocks;
  }

  /** A line of the table: first, last, width, {@code e} or {@code -}, join. */
  private static void range(String[] words, byte[][] blocks) {
    int last = Integer.parseInt(words[1], 16);
    byte value =
        properties(Integer.parseInt(words[2]), words[3].equals("e"), Join.valueOf(words[4]));
    for (int at = Integer.parseInt(words[0], 16); at <= last; at++) {
      int block = at >> BLOCK_BITS;
      if (blocks[block] == null) {
        blocks[block] = new byte[BLOCK];
        Arrays.fill(blocks[block], properties(1, false, Join.OTHER));
      }
      blocks[block][at & (BLOCK - 1)] = value;
    }
  }

  private static byte properties(int width, boolean emoji, Join join) {
    return (byte) (width | (emoji ? EMOJI : 0) | join.number << JOIN_AT);
  }

  private static int properties(int codePoint) {
    return BLOCKS[codePoint >> BLOCK_BITS][codePoint & (BLOCK - 1)] & 0xff;
  }

  /** How many columns a character takes by itself: 0, 1 or 2. */
  public static int width(int codePoint) {
    return properties(codePoint) & WIDTH;
  }

  /** Whether it can be shown as an emoji. */
  public static boolean isEmoji(int codePoint) {
    return (properties(codePoint) & EMOJI) != 0;
  }

  /** Whether it joins with no neighbour of its own kind, {@link Join#OTHER}. */
  public static boolean isApart(int codePoint) {
    return properties(codePoint) >> JOIN_AT == Join.OTHER.number;
  }

  /** How it joins with its neighbours. */
  public static Join join(int codePoint) {
    return Join.ALL.get(properties(codePoint) >> JOIN_AT);
  }
}
