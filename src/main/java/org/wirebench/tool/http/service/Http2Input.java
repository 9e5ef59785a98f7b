package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.http2.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.Connection;

/** Frames as they come. What came of one is kept where the time is over. For one thread at once. */
final class Http2Input {
  private static final int BUFFER = 64 * 1024;

  private final Connection connection;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  Http2Input(Connection connection) {
    this.connection = connection;
    this.in = connection.in();
  }

  /** Whether there is something to be read, or the end, so that reading need not wait. */
  boolean isReady() throws IOException {
    return isWhole() || connection.pending() != Connection.Pending.NOTHING;
  }

  /** Waits for a frame. */
  Http2Frame read() throws IOException {
    while (!isWhole()) {
      fill();
    }
    return frame();
  }

  /**
   * Waits for a frame, so long at most.
   *
   * @param longest a millisecond at least is waited
   * @return null where it is not whole by then
   */
  @Nullable Http2Frame read(Duration longest) throws IOException {
    if (isWhole()) {
      return frame();
    }
    int limit = Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE);
    connection.socket().setSoTimeout(limit);
    try {
      fill();
    } catch (SocketTimeoutException late) {
      return null;
    } finally {
      if (!connection.isClosed()) {
        connection.socket().setSoTimeout(0);
      }
    }
    return isWhole() ? frame() : null;
  }

  private boolean isWhole() throws IOException {
    return to - from >= Http2Frame.HEAD && to - from >= Http2Frame.HEAD + length();
  }

  /** How long the payload of the frame is whose head came. */
  private int length() throws IOException {
    int length = Http2Frame.int24(buffer, from);
    if (length <= Http2Frame.LARGEST) {
      return length;
    }
    if (new String(buffer, from, 7, US_ASCII).equals("HTTP/1.")) {
      throw HttpException.noHttp2("HTTP/1.1");
    }
    throw Http2Exception.of(ErrorCode.FRAME_SIZE_ERROR, "a frame of " + length + " bytes");
  }

  private void fill() throws IOException {
    if (from > 0 && BUFFER - from < Http2Frame.HEAD + Http2Frame.LARGEST) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    } else if (from == to) {
      from = 0;
      to = 0;
    }
    int got = in.read(buffer, to, BUFFER - to);
    if (got < 0) {
      throw HttpException.noAnswer(to - from);
    }
    to += got;
  }

  private Http2Frame frame() throws IOException {
    int end = from + Http2Frame.HEAD + length();
    byte[] payload = Arrays.copyOfRange(buffer, from + Http2Frame.HEAD, end);
    Http2Frame frame =
        new Http2Frame(
            buffer[from + 3] & 0xff,
            buffer[from + 4] & 0xff,
            Http2Frame.int31(buffer, from + 5),
            payload);
    from = end;
    return frame;
  }
}
