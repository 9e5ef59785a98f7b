package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a server sends, read in large pieces and handed out in lines and bytes. */
final class MessageInput extends InputStream {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[1024];
  private int from;
  private int to;
  private long taken;

  MessageInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes were handed out. */
  long taken() {
    return taken;
  }

  /** Whether something was read that nobody has taken. */
  boolean hasMore() {
    return from < to;
  }

  /** Waits for the first byte; false at the end. */
  boolean awaitMore() throws IOException {
    return from < to || fill();
  }

  private boolean fill() throws IOException {
    if (buffer.length < BUFFER && to == buffer.length) {
      buffer = new byte[BUFFER];
    }
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }

  /**
   * One line without its end, which is a line feed with or without a carriage return (RFC 9112
   * section 2.2).
   *
   * @param longest how many bytes it may have
   * @return null when the input ends before a line does
   * @throws HttpException when it is longer
   */
  @Nullable String line(int longest) throws IOException {
    String whole = wholeLine(longest);
    return whole == null ? lineInPieces(longest) : whole;
  }

  /**
   * Takes the next line where it is the one that is expected.
   *
   * @param expected a whole line, with its end
   */
  boolean takes(byte[] expected) {
    int end = from + expected.length;
    if (end > to || !Arrays.equals(buffer, from, end, expected, 0, expected.length)) {
      return false;
    }
    from = end;
    taken += expected.length;
    return true;
  }

  /** A line whose end was read already, as that of nearly all; else null. */
  private @Nullable String wholeLine(int longest) {
    for (int i = from; i < to && i - from <= longest; i++) {
      if (buffer[i] == '\n') {
        int end = i > from && buffer[i - 1] == '\r' ? i - 1 : i;
        String line = new String(buffer, from, end - from, ISO_8859_1);
        taken += i + 1L - from;
        from = i + 1;
        return line;
      }
    }
    return null;
  }

  private @Nullable String lineInPieces(int longest) throws IOException {
    byte[] line = new byte[128];
    int length = 0;
    while (awaitMore()) {
      byte one = buffer[from++];
      taken++;
      if (one == '\n') {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, ISO_8859_1);
      }
      if (length == longest) {
        throw HttpException.headTooLong(longest);
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, Math.min(longest, length * 2));
      }
      line[length++] = one;
    }
    return null;
  }

  @Override
  public int read() throws IOException {
    if (!awaitMore()) {
      return -1;
    }
    taken++;
    return buffer[from++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count;
    if (from < to) {
      count = Math.min(length, to - from);
      System.arraycopy(buffer, from, bytes, offset, count);
      from += count;
    } else {
      count = in.read(bytes, offset, length);
    }
    taken += Math.max(0, count);
    return count;
  }
}
