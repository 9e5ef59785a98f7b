package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wirebench.core.net.NetFailure;

/** Where the body of an answer ends (RFC 9112 section 6.3). */
final class Framing {
  /** The head does not say how long the body is. */
  static final long UNKNOWN = -1;

  private Framing() {}

  /** A body as it comes, before its content coding is taken off. */
  abstract static class Content extends InputStream {
    /** Whether the connection can be used again when it was read to its end. */
    abstract boolean leavesConnectionOpen();

    /** The trailer section; empty until the end. */
    List<HeaderField> trailers() {
      return List.of();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int count) throws IOException;
  }

  /**
   * The body that follows {@code head}.
   *
   * @param method of the request
   * @throws HttpException when its length is no length
   */
  static Content of(ResponseHead head, String method, MessageInput in) throws HttpException {
    if (isBodiless(head, method)) {
      return new Fixed(in, 0);
    }
    if (head.status() == 101) {
      return new UntilEnd(in);
    }
    List<String> codings = head.tokens("Transfer-Encoding");
    if (!codings.isEmpty()) {
      return codings.getLast().equals("chunked") ? new Chunked(in) : new UntilEnd(in);
    }
    long length = announced(head, method);
    return length == UNKNOWN ? new UntilEnd(in) : new Fixed(in, length);
  }

  private static boolean isBodiless(ResponseHead head, String method) {
    return method.equals("HEAD")
        || head.status() == 204
        || head.status() == 304
        || (method.equals("CONNECT") && head.status() / 100 == 2);
  }

  /**
   * How long the body is that follows {@code head}, as that says: 0 where there is none, {@link
   * #UNKNOWN} where it says nothing.
   *
   * @param method of the request
   * @throws HttpException when its length is no length
   */
  static long announced(ResponseHead head, String method) throws HttpException {
    List<String> lengths = head.tokens("Content-Length");
    if (isBodiless(head, method)) {
      return 0;
    }
    if (lengths.isEmpty()) {
      return UNKNOWN;
    }
    String length = lengths.getFirst();
    if (!Text.isNumber(length, 18) || !lengths.stream().allMatch(length::equals)) {
      throw HttpException.badLength(String.join(", ", lengths.stream().distinct().toList()));
    }
    return Long.parseLong(length);
  }

  /** So many bytes. */
  private static final class Fixed extends Content {
    private final MessageInput in;
    private final long length;
    private long left;

    Fixed(MessageInput in, long length) {
      this.in = in;
      this.length = length;
      this.left = length;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int got = in.read(bytes, offset, (int) Math.min(count, left));
      if (got < 0) {
        throw HttpException.truncated(length - left, length);
      }
      left -= got;
      return got;
    }

    @Override
    boolean leavesConnectionOpen() {
      return left == 0;
    }
  }

  /** All until the connection ends. */
  private static final class UntilEnd extends Content {
    private final MessageInput in;

    UntilEnd(MessageInput in) {
      this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      return in.read(bytes, offset, count);
    }

    @Override
    boolean leavesConnectionOpen() {
      return false;
    }
  }

  /** In chunks (RFC 9112 section 7.1). */
  private static final class Chunked extends Content {
    private static final int LONGEST_LINE = 16 * 1024;

    private final MessageInput in;
    private long left;
    private long received;
    private boolean begun;
    private boolean ended;
    private List<HeaderField> trailers = List.of();

    Chunked(MessageInput in) {
      this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0 && !ended) {
        next();
      }
      if (ended) {
        return -1;
      }
      int got = in.read(bytes, offset, (int) Math.min(count, left));
      if (got < 0) {
        throw HttpException.chunksEnded(received);
      }
      left -= got;
      received += got;
      return got;
    }

    private void next() throws IOException {
      if (begun && !line().isEmpty()) {
        throw HttpException.badChunk("");
      }
      begun = true;
      String line = line();
      int semicolon = line.indexOf(';');
      String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
      if (!size.matches("[0-9A-Fa-f]{1,15}")) {
        throw HttpException.badChunk(line);
      }
      left = Long.parseLong(size, 16);
      if (left == 0) {
        trailers = trailerSection();
        ended = true;
      }
    }

    private List<HeaderField> trailerSection() throws IOException {
      try {
        return new HeadReader(in).fields(in.taken());
      } catch (HttpException wrong) {
        throw wrong.failure().kind() == NetFailure.Kind.CLOSED
            ? HttpException.chunksEnded(received)
            : wrong;
      }
    }

    private String line() throws IOException {
      String line = in.line(LONGEST_LINE);
      if (line == null) {
        throw HttpException.chunksEnded(received);
      }
      return line;
    }

    @Override
    boolean leavesConnectionOpen() {
      return ended;
    }

    @Override
    List<HeaderField> trailers() {
      return trailers;
    }
  }
}
