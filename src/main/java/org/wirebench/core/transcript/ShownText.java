package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.wirebench.core.bytes.Escapes;

/**
 * Shows bytes as text: what is no character of the charset as {@code \xHH}, and what would not be
 * seen, or would do something, as an escape.
 */
public final class ShownText {
  /** In these a byte below 0x80 is a character by itself wherever it stands. */
  private static final Set<Charset> ASCII_BYTES = Set.of(UTF_8, US_ASCII, ISO_8859_1);

  private static final HexFormat HEX = HexFormat.of();

  private final boolean asciiBytes;
  private final CharsetDecoder decoder;
  private final ByteBuffer in;
  private final CharBuffer out = CharBuffer.allocate(2);
  private final StringBuilder text;
  private final List<Shown.Part> dim = new ArrayList<>();
  private final Shown.Column column;

  private ShownText(byte[] bytes, Charset charset) {
    this.asciiBytes = ASCII_BYTES.contains(charset);
    this.decoder = charset.newDecoder();
    this.in = ByteBuffer.wrap(bytes);
    this.text = new StringBuilder(bytes.length + 16);
    this.column = new Shown.Column(bytes.length);
  }

  /** Shows all of {@code bytes}. */
  public static Shown of(byte[] bytes, Charset charset) {
    return new ShownText(bytes, charset).show();
  }

  private Shown show() {
    while (in.hasRemaining()) {
      byte next = in.get(in.position());
      if (asciiBytes && next >= ' ' && next < 0x7f) {
        put(in.position(), in.position() + 1, text.length());
        text.append((char) next);
        in.position(in.position() + 1);
      } else {
        decodeOne();
      }
    }
    return new Shown(text.toString(), dim, List.of(column));
  }

  /** One character, or the bytes that are none. */
  private void decodeOne() {
    int from = in.position();
    CoderResult result = decode(1);
    if (result.isOverflow() && out.position() == 0) {
      result = decode(2);
    }
    out.flip();
    if (out.hasRemaining()) {
      append(from, out.toString());
    } else if (result.isError()) {
      appendBytes(from, Math.min(in.limit(), in.position() + result.length()));
      decoder.reset();
    } else if (in.position() == from) {
      // The beginning of a character whose rest is not here.
      appendBytes(from, in.limit());
    } else {
      // A mark that is read over, such as a shift to another alphabet.
      put(from, in.position(), text.length());
    }
  }

  private CoderResult decode(int chars) {
    out.clear().limit(chars);
    return decoder.decode(in, out, true);
  }

  private void append(int from, String character) {
    int start = text.length();
    String safe = safe(character);
    text.append(safe);
    if (!safe.equals(character)) {
      addDim(start);
    }
    put(from, in.position(), start);
  }

  private static String safe(String character) {
    char first = character.charAt(0);
    boolean control = first < ' ' || first == 0x7f;
    boolean named = first == '\t' || first == '\r' || first == '\n' || first == 0;
    // Shorter than what Escapes says, so that a row of such still fits into the view.
    return control && !named ? "\\x" + HEX.toHexDigits((byte) first) : Escapes.display(character);
  }

  private void appendBytes(int from, int to) {
    for (int at = from; at < to; at++) {
      int start = text.length();
      HEX.toHexDigits(text.append("\\x"), in.get(at));
      addDim(start);
      put(at, at + 1, start);
    }
    in.position(to);
  }

  private void addDim(int from) {
    boolean goesOn = !dim.isEmpty() && dim.getLast().to() == from;
    int begin = goesOn ? dim.removeLast().from() : from;
    dim.add(new Shown.Part(begin, text.length()));
  }

  private void put(int from, int to, int start) {
    int end = from + 1 == to && start == text.length() ? start + 1 : text.length();
    for (int at = from; at < to; at++) {
      column.put(at, start, end);
    }
  }
}
