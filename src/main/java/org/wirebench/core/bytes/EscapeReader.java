package org.wirebench.core.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;
import org.wirebench.core.text.Messages;

/** Reads one text with escapes. */
final class EscapeReader {
  private static final Messages TEXT = Messages.of(EscapeReader.class);
  private static final int LONGEST_NUMBER = 6;

  private final String text;
  private final CharsetEncoder encoder;
  private final ByteArrayOutputStream bytes;
  private final StringBuilder run = new StringBuilder();
  private int at;

  EscapeReader(String text, Charset charset) {
    this.text = text;
    this.encoder = charset.newEncoder();
    this.bytes = new ByteArrayOutputStream(text.length());
  }

  byte[] read() throws ParseProblem {
    while (at < text.length()) {
      if (text.charAt(at) == '\\') {
        readEscape();
      } else {
        int character = text.codePointAt(at);
        add(character, at);
        at += Character.charCount(character);
      }
    }
    flush();
    return bytes.toByteArray();
  }

  private void readEscape() throws ParseProblem {
    int start = at++;
    if (at == text.length()) {
      throw new ParseProblem(TEXT.get("escape.end"), start);
    }
    char kind = text.charAt(at++);
    switch (kind) {
      case 'n' -> add('\n', start);
      case 'r' -> add('\r', start);
      case 't' -> add('\t', start);
      case '0' -> add(0, start);
      case '\\' -> add('\\', start);
      case 'x' -> readByte();
      case 'u' -> readCharacter(start);
      default ->
          throw new ParseProblem(
              TEXT.get("escape.unknown", "\\" + Escapes.character(text, start + 1)), start);
    }
  }

  private void readByte() throws ParseProblem {
    int value = digit() << 4;
    value |= digit();
    flush();
    bytes.write(value);
  }

  private int digit() throws ParseProblem {
    if (at == text.length() || !HexFormat.isHexDigit(text.charAt(at))) {
      throw new ParseProblem(TEXT.get("escape.hex"), at);
    }
    return HexFormat.fromHexDigit(text.charAt(at++));
  }

  private void readCharacter(int start) throws ParseProblem {
    if (at == text.length() || text.charAt(at) != '{') {
      throw new ParseProblem(TEXT.get("escape.brace"), at);
    }
    at++;
    int first = at;
    int value = 0;
    while (at < text.length() && text.charAt(at) != '}') {
      if (at - first == LONGEST_NUMBER) {
        throw new ParseProblem(TEXT.get("escape.brace"), at);
      }
      value = value << 4 | digit();
    }
    if (at == text.length() || at == first) {
      throw new ParseProblem(TEXT.get("escape.brace"), at);
    }
    at++;
    if (value > Character.MAX_CODE_POINT) {
      throw new ParseProblem(TEXT.get("escape.range"), first);
    }
    add(value, start);
  }

  /** Characters are gathered, since some character sets have shifts that last from one to more. */
  private void add(int character, int position) throws ParseProblem {
    boolean known =
        Character.isBmpCodePoint(character)
            ? encoder.canEncode((char) character)
            : encoder.canEncode(Character.toString(character));
    if (!known) {
      throw new ParseProblem(
          TEXT.get(
              "escape.charset",
              Escapes.display(Character.toString(character)),
              encoder.charset().displayName()),
          position);
    }
    run.appendCodePoint(character);
  }

  private void flush() {
    if (run.isEmpty()) {
      return;
    }
    try {
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(run));
      bytes.write(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("each character was asked for before", impossible);
    }
    run.setLength(0);
  }
}
