package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.Connection;

/** A stream, as it takes a request. */
final class Http2Pipe extends OutputStream implements Sending.Pipe {
  /** How long who writes may take to see that nobody wants it any more. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

  private final Connection connection;
  private final Http2Session session;
  private final Outgoing request;
  private final Exchange exchange;
  private @Nullable Http2Stream opened;

  Http2Pipe(Connection connection, Http2Session session, Outgoing request, Exchange exchange) {
    this.connection = connection;
    this.session = session;
    this.request = request;
    this.exchange = exchange;
  }

  /** The stream; null where the head could not be sent. */
  @Nullable Http2Stream opened() {
    return opened;
  }

  private Http2Stream stream() {
    return Objects.requireNonNull(opened);
  }

  @Override
  public void begin(byte[] body, boolean whole) throws IOException {
    List<HeaderField> fields = Http2Heads.fields(request);
    Http2Session.Opened open = session.open(fields, whole && body.length == 0);
    opened = open.stream();
    exchange.headSent(fields, open.bytes().length);
    if (body.length > 0) {
      send(body, 0, body.length, whole, session::await);
    }
  }

  private void send(byte[] bytes, int offset, int length, boolean ends, Http2Session.Waiting window)
      throws IOException {
    try {
      session.send(stream(), bytes, offset, length, ends, window);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      InterruptedIOException ended = new InterruptedIOException();
      ended.initCause(stopped);
      throw ended;
    }
  }

  @Override
  public OutputStream body() {
    return this;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    send(bytes, offset, length, false, session::awaitOthers);
  }

  @Override
  public void end() throws IOException {
    send(new byte[0], 0, 0, true, session::awaitOthers);
  }

  @Override
  public void ended() {
    session.written(stream());
  }

  @Override
  public boolean awaitEnded(Duration longest) throws InterruptedException {
    return session.awaitWritten(stream(), longest);
  }

  @Override
  public void abort() throws InterruptedException {
    session.stop(stream(), HttpException.http2("CANCEL", "the answer came first"));
    if (!session.awaitWritten(stream(), LONGEST_STOP)) {
      // The server reads nothing, so writing cannot be ended otherwise.
      connection.abort();
    }
  }

  @Override
  public void fail() {
    connection.abort();
  }
}
