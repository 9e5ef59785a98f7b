package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.service.veil.Http2Veil;

/** A connection that carries exchanges of HTTP/2 (RFC 9113). */
final class Http2Connection implements Line {
  private static final String VERSION = "HTTP/2";
  private static final int MOST_INTERIM = 100;

  private final Connection connection;
  private final Watch watch;
  private final Http2Session session;
  private final Http2Veil veil = new Http2Veil();
  private boolean used;

  /**
   * @param clock says when it was silent for too long
   * @throws IOException when the server is gone already
   */
  Http2Connection(Connection connection, JobClock clock) throws IOException {
    this.connection = connection;
    connection.tap().cover(veil);
    this.watch = new Watch(clock, connection::abort);
    this.session = new Http2Session(connection);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public boolean isUsed() {
    return used;
  }

  @Override
  public boolean isFit() throws IOException, InterruptedException {
    return session.isFit();
  }

  @Override
  public boolean carry(
      Outgoing request, Exchange exchange, Phases phases, Taker taker, JobContext context)
      throws Exception {
    exchange.carriedBy(connection, VERSION, used, phases);
    used = true;
    veil.begin(request.secrecy());
    Pipe pipe = new Pipe(request, exchange);
    Sending sending = new Sending(pipe, request, exchange, phases, watch, context);
    sending.begin();
    Http2Stream stream = pipe.opened;
    if (stream == null) {
      throw sending.unanswered(HttpException.noAnswer(0));
    }
    boolean whole = false;
    try {
      ResponseHead head;
      try {
        head = answer(stream, exchange, sending);
      } catch (UnprocessedException again) {
        throw again;
      } catch (IOException failed) {
        throw sending.unanswered(failed);
      }
      sending.answered(head.status());
      taker.take(head, new Content(stream));
      whole = sending.finish() && stream.ended;
    } finally {
      if (!whole) {
        session.stop(stream, HttpException.http2("CANCEL", "it was given up"));
      }
      if (!whole && !stream.unwanted && !connection.isClosed()) {
        session.giveUp(stream);
      }
      session.forget(stream);
    }
    return session.isUsable();
  }

  private ResponseHead answer(Http2Stream stream, Exchange exchange, Sending sending)
      throws IOException, InterruptedException {
    int told = 0;
    while (true) {
      int known = told;
      session.await(
          () -> stream.head != null || stream.broken != null || stream.interim.size() > known);
      if (stream.broken == null) {
        sending.firstByte();
      }
      while (told < stream.interim.size()) {
        ResponseHead interim = stream.interim.get(told++);
        exchange.interim(interim);
        if (interim.status() == 100) {
          sending.wanted();
        }
      }
      @Nullable ResponseHead head = stream.head;
      if (head != null) {
        return head;
      }
      HttpException why = stream.broken;
      if (why != null) {
        throw stream.unprocessed ? new UnprocessedException(why) : why;
      }
      if (told > MOST_INTERIM) {
        throw HttpException.headTooLong(HeadReader.LARGEST);
      }
    }
  }

  /** A stream, as it takes a request. */
  private final class Pipe extends OutputStream implements Sending.Pipe {
    private final Outgoing request;
    private final Exchange exchange;
    private @Nullable Http2Stream opened;

    Pipe(Outgoing request, Exchange exchange) {
      this.request = request;
      this.exchange = exchange;
    }

    Http2Stream stream() {
      return Objects.requireNonNull(opened);
    }

    @Override
    public void begin(byte[] body, boolean whole) throws IOException {
      List<HeaderField> fields = Http2Heads.fields(request);
      Http2Session.Opened open = session.open(fields, whole && body.length == 0);
      opened = open.stream();
      exchange.headSent(fields, open.bytes());
      if (body.length > 0) {
        send(body, 0, body.length, whole, session::await);
      }
    }

    private void send(
        byte[] bytes, int offset, int length, boolean ends, Http2Session.Waiting window)
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
      send(bytes, offset, length, false, there -> session.awaitOthers(stream(), there));
    }

    @Override
    public void end() throws IOException {
      send(new byte[0], 0, 0, true, there -> session.awaitOthers(stream(), there));
    }

    @Override
    public void answered() {
      session.answered(stream());
    }

    @Override
    public void abort() {
      if (stream().answered) {
        // Who writes may read now, and cannot be told to stop that.
        connection.abort();
      }
      session.stop(stream(), HttpException.http2("CANCEL", "the answer came first"));
    }
  }

  /** The body of a stream. */
  private final class Content extends Framing.Content {
    private final Http2Stream stream;
    private byte[] piece = {};
    private int at;

    Content(Http2Stream stream) {
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
      byte @Nullable [] came = session.poll(stream);
      if (came == null) {
        if (stream.broken != null && !stream.ended) {
          throw stream.broken;
        }
        return false;
      }
      piece = came;
      at = 0;
      session.taken(stream, came.length, !stream.ended);
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
}
