package org.wirebench.tool.socket.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirebench.core.bytes.Base64Text;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.bytes.PathText;
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
    /** Base64, RFC 4648, as {@link Base64Text} reads it. */
    BASE64,
    /** The path of a file whose bytes are sent. */
    FILE
  }

  /** Characters with escapes. */
  public static Payload text(String text) {
    return new Payload(Form.TEXT, text);
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
      case BASE64 -> Base64Text.parse(text);
      case FILE -> throw new IllegalStateException("a file is streamed");
    };
  }

  /** The file to send; only where {@link #form()} is {@link Form#FILE}. */
  public Path file() {
    return Path.of(text);
  }

  /**
   * Opens the file to send; only where {@link #form()} is {@link Form#FILE}.
   *
   * @throws IOException when it is not there, cannot be read, or is a folder
   */
  public InputStream open() throws IOException {
    Path file = file();
    if (Files.isDirectory(file)) {
      // Where it can be opened, as on Linux, only reading it fails, and without its name.
      throw new FileSystemException(file.toString(), null, TEXT.get("payload.folder"));
    }
    return Files.newInputStream(file);
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
      Path _ = PathText.parse(text);
      return;
    }
    byte[] _ = bytes(charset);
  }
}
