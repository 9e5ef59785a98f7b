package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;

/** What is looked for in bytes: a text in any case, or exactly some bytes. Immutable. */
public final class Needle {
  /** How many bytes it may have. */
  public static final int LONGEST = 1024;

  private static final Messages TEXT = Messages.of(Needle.class);
  private static final String HEX = "0x";

  // One for each place: the ways in which it may be written, that of the typed case first.
  private final byte[][][] places;
  private final boolean[] first = new boolean[256];
  private final int longest;

  private Needle(List<byte[][]> places) throws ParseProblem {
    this.places = places.toArray(byte[][][]::new);
    this.longest =
        places.stream()
            .mapToInt(ways -> Arrays.stream(ways).mapToInt(way -> way.length).max().orElse(0))
            .sum();
    if (longest > LONGEST) {
      throw new ParseProblem(TEXT.get("needle.long", LONGEST), 0);
    }
    for (byte[] way : this.places[0]) {
      first[way[0] & 0xff] = true;
    }
  }

  /**
   * Understands what was typed: {@code 0x} and hex digits for bytes, anything else for itself.
   *
   * @param typed at least one character
   * @param charset what the bytes are read in
   * @throws ParseProblem when the digits are no bytes, when {@code charset} has no such character,
   *     or when it is too long
   */
  public static Needle of(String typed, Charset charset) throws ParseProblem {
    return isHex(typed) ? ofBytes(Hex.parse(typed)) : ofText(typed, charset);
  }

  /** The same for the texts of events, which are in UTF-8. */
  public static Needle inEvents(String typed) throws ParseProblem {
    return of(typed, UTF_8);
  }

  /** Whether it is read as bytes. */
  public static boolean isHex(String typed) {
    return typed.regionMatches(true, 0, HEX, 0, HEX.length());
  }

  private static Needle ofBytes(byte[] bytes) throws ParseProblem {
    List<byte[][]> places = new ArrayList<>();
    for (byte one : bytes) {
      places.add(new byte[][] {{one}});
    }
    return new Needle(places);
  }

  /**
   * A text for itself, whatever it begins with.
   *
   * @param typed at least one character
   * @throws ParseProblem when {@code charset} has no such character, or when it is too long
   */
  public static Needle ofText(String typed, Charset charset) throws ParseProblem {
    if (!charset.canEncode()) {
      throw new ParseProblem(TEXT.get("needle.decodesOnly", charset.displayName(Locale.ROOT)), 0);
    }
    CharsetEncoder encoder = charset.newEncoder();
    List<byte[][]> places = new ArrayList<>();
    for (int at = 0; at < typed.length(); ) {
      int character = typed.codePointAt(at);
      List<byte[]> ways = new ArrayList<>();
      addWay(ways, encoder, character);
      addWay(ways, encoder, Character.toLowerCase(character));
      addWay(ways, encoder, Character.toUpperCase(character));
      if (ways.isEmpty()) {
        String shown = Escapes.display(Character.toString(character));
        throw new ParseProblem(
            TEXT.get("needle.charset", shown, charset.displayName(Locale.ROOT)), at);
      }
      places.add(ways.toArray(byte[][]::new));
      at += Character.charCount(character);
    }
    return new Needle(places);
  }

  private static void addWay(List<byte[]> ways, CharsetEncoder encoder, int character) {
    try {
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(Character.toChars(character)));
      byte[] way = new byte[encoded.remaining()];
      encoded.get(way);
      if (way.length > 0 && ways.stream().noneMatch(known -> Arrays.equals(known, way))) {
        ways.add(way);
      }
    } catch (CharacterCodingException unknown) {
      // The character does not exist in that case in that charset, so it cannot be met.
      encoder.reset();
    }
  }

  /** How many bytes a hit has at most. */
  public int longest() {
    return longest;
  }

  /** The first index in {@code [from, to)} at which a hit begins that ends in there, or -1. */
  public int find(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (first[bytes[at] & 0xff] && lengthAt(bytes, at, to) > 0) {
        return at;
      }
    }
    return -1;
  }

  /** How many bytes the hit has that begins at {@code at}; 0 where none does. */
  public int lengthAt(byte[] bytes, int at, int to) {
    int end = at;
    for (byte[][] ways : places) {
      int length = lengthOf(ways, bytes, end, to);
      if (length == 0) {
        return 0;
      }
      end += length;
    }
    return end - at;
  }

  private static int lengthOf(byte[][] ways, byte[] bytes, int at, int to) {
    for (byte[] way : ways) {
      if (to - at >= way.length && Arrays.equals(way, 0, way.length, bytes, at, at + way.length)) {
        return way.length;
      }
    }
    return 0;
  }
}
