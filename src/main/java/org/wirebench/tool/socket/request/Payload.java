package org.wirebench.tool.socket.request;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;

/**
 * Something to send, as it was typed.
 *
 * @param form how {@code text} is to be read
 * @param text characters with escapes, hex digits, base64, or the path of a file
 */
public record Payload(Form form, String text) {
  private static final Messages TEXT = Messages.of(Payload.class);

  /** How the text of a payload is to be read. */
  public enum Form {
    /** Characters, with the escapes of {@link Escapes}. */
    TEXT,
    /** Hex digits. */
    HEX,
    /** Base64, RFC 4648 section 4. */
    BASE64,
    /** The path of a file whose bytes are sent. */
    FILE
  }

  /** Characters with escapes. */
  public static Payload text(String text) {
    return new Payload(Form.TEXT, text);
  }

  /** The bytes of {@code bytes}, as hex digits. */
  public static Payload hex(byte[] bytes) {
    return new Payload(Form.HEX, Hex.of(bytes));
  }

  /**
   * The bytes to send.
   *
   * @param charset turns characters into bytes
   * @throws ParseProblem when the text is not of its form; never for a file, which has no bytes
   *     here
   * @throws IllegalStateException for a file: it is streamed, see {@link #file()}
   */
  public byte[] bytes(Charset charset) throws ParseProblem {
    return switch (form) {
      case TEXT -> Escapes.decode(text, charset);
      case HEX -> Hex.parse(text);
      case BASE64 -> base64();
      case FILE -> throw new IllegalStateException("a file is streamed");
    };
  }

  private byte[] base64() throws ParseProblem {
    try {
      return Base64.getMimeDecoder().decode(text.strip());
    } catch (IllegalArgumentException bad) {
      throw new ParseProblem(TEXT.get("payload.base64"), 0);
    }
  }

  /** The file to send; only where {@link #form()} is {@link Form#FILE}. */
  public Path file() {
    return Path.of(text);
  }

  /**
   * Checks the text without a use for its bytes.
   *
   * @throws ParseProblem when the text is not of its form
   */
  public void check(Charset charset) throws ParseProblem {
    if (form == Form.FILE) {
      if (text.isBlank()) {
        throw new ParseProblem(TEXT.get("payload.noFile"), 0);
      }
      return;
    }
    byte[] _ = bytes(charset);
  }
}
