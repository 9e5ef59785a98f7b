package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a stream. */
final class Http2Content extends Framing.Content {
  private final Http2Session session;
  private final Http2Stream stream;
  private final long announced;
  private long received;
  private byte[] piece = {};
  private int at;

  /**
   * @param announced how long it is, as the head says; {@link Framing#UNKNOWN} where that says
   *     nothing
   */
  Http2Content(Http2Session session, Http2Stream stream, long announced) {
    this.announced = announced;
    this.session = session;
    this.stream = stream;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (at == piece.length && !next()) {
      return -1;
    }
    int part = Math.min(count, piece.length - at);
    System.arraycopy(piece, at, bytes, offset, part);
    at += part;
    return part;
  }

  private boolean next() throws IOException {
    try {
      session.await(() -> !stream.data.isEmpty() || stream.ended || stream.broken != null);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      InterruptedIOException ended = new InterruptedIOException();
      ended.initCause(stopped);
      throw ended;
    }
    byte @Nullable [] came = session.take(stream);
    if (came == null) {
      if (stream.broken != null && !stream.ended) {
        throw stream.broken;
      }
      // A length that is not that of the body is malformed (RFC 9113 section 8.1.1).
      if (received < announced) {
        throw HttpException.truncated(received, announced);
      }
      return false;
    }
    received += came.length;
    if (announced != Framing.UNKNOWN && received > announced) {
      throw HttpException.tooLong(received, announced);
    }
    piece = came;
    at = 0;
    return true;
  }

  @Override
  boolean leavesConnectionOpen() {
    return true;
  }

  @Override
  List<HeaderField> trailers() {
    return stream.trailers;
  }
}
