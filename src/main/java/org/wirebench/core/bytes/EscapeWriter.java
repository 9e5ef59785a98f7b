package org.wirebench.core.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Writes bytes as one text with escapes. */
final class EscapeWriter {
  /** In these a character is always the same bytes, so what was read is written again the same. */
  private static final Set<Charset> PLAIN =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;
  private final int offset;
  private final int end;
  private final Charset charset;
  private final StringBuilder text;

  EscapeWriter(byte[] bytes, int offset, int length, Charset charset) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = offset + length;
    this.charset = charset;
    this.text = new StringBuilder(length + 16);
  }

  String write() {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, end - offset);
    CharBuffer out = CharBuffer.allocate(Math.clamp(end - offset, 16, 8192));
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      takeCharacters(out);
      if (result.isError()) {
        int bad = Math.min(result.length(), in.remaining());
        appendBytes(in.position(), in.position() + bad);
        in.position(in.position() + bad);
        decoder.reset();
      }
    } while (result.isError() || result.isOverflow());
    result = decoder.flush(out);
    takeCharacters(out);
    if (PLAIN.contains(charset) || (!result.isOverflow() && isInverse())) {
      return text.toString();
    }
    text.setLength(0);
    appendBytes(offset, end);
    return text.toString();
  }

  private void takeCharacters(CharBuffer out) {
    out.flip();
    while (out.hasRemaining()) {
      char first = out.get();
      if (Character.isHighSurrogate(first)) {
        // A decoder puts both halves or none.
        append(Character.toCodePoint(first, out.get()));
      } else {
        append(first);
      }
    }
    out.clear();
  }

  private void append(int character) {
    if (character == '\\') {
      text.append("\\\\");
    } else {
      Escapes.appendSafe(text, character, PLAIN.contains(charset));
    }
  }

  private void appendBytes(int from, int to) {
    for (int i = from; i < to; i++) {
      HEX.toHexDigits(text.append("\\x"), bytes[i]);
    }
  }

  /** Some character sets have two ways to write a character, or marks that are read over. */
  private boolean isInverse() {
    if (!charset.canEncode()) {
      return false;
    }
    try {
      byte[] again = new EscapeReader(text.toString(), charset).read();
      return Arrays.equals(again, 0, again.length, bytes, offset, end);
    } catch (ParseProblem other) {
      return false;
    }
  }
}
