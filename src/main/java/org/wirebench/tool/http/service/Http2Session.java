package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http2.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.NetException;

/**
 * A connection of HTTP/2 (RFC 9113), as requests use it. It has no thread of its own. Threads of
 * one job may use it at once.
 */
final class Http2Session {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  /** How long what was posted may take to go out before a connection rests or ends. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  private final Connection connection;
  private final JobClock clock;
  private final Watch watch;
  private final Http2Heads heads = new Http2Heads();
  private final Http2Streams streams = new Http2Streams();
  private final Http2Output out;
  private final Http2Incoming incoming;
  private final Http2Turns turns;
  private @Nullable JobContext job;
  private boolean posting;
  private JobClock.@Nullable Timer end;

  /**
   * Greets the server.
   *
   * @param clock says when it was silent for too long
   * @throws IOException when it is gone already
   */
  Http2Session(Connection connection, JobClock clock) throws IOException {
    this.connection = connection;
    this.clock = clock;
    this.watch = new Watch(clock, this::expire);
    this.out = new Http2Output(connection.out());
    this.incoming = new Http2Incoming(streams, heads, out);
    this.turns = new Http2Turns(new Http2Input(connection), this::came, watch, clock);
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    hello.writeBytes(PREFACE);
    ByteArrayOutputStream settings = new ByteArrayOutputStream();
    setting(2, 0, settings);
    setting(4, Http2Windows.STREAM, settings);
    setting(6, HeadReader.LARGEST, settings);
    hello.writeBytes(new Http2Frame(Http2Frame.SETTINGS, 0, 0, settings.toByteArray()).bytes());
    int more = Http2Windows.SESSION - Http2Windows.FIRST;
    hello.writeBytes(Http2Incoming.windowUpdate(0, more).bytes());
    connection.out().write(hello.toByteArray());
  }

  private static void setting(int name, int value, ByteArrayOutputStream to) {
    to.write(name >>> 8);
    to.write(name);
    to.writeBytes(Http2Frame.bytes(value));
  }

  /** Watches over the exchanges. */
  Watch watch() {
    return watch;
  }

  /** The stream that will be opened next. */
  int nextStream() {
    return turns.ask(streams::next);
  }

  /**
   * The time of an exchange is up: its stream is given up, by the thread that waits for it. Where
   * that thread cannot be told, the connection ends.
   */
  private void expire() {
    turns.change(
        () -> {
          if (!watch.isExpired()) {
            // The next exchange has begun.
            return;
          }
          if (streams.stop(HttpException.http2("CANCEL", "it took too long"))) {
            end = clock.schedule(LONGEST_REST, connection::abort);
          } else {
            connection.abort();
          }
        });
  }

  /** A job carries an exchange from now on; what a server is to be answered, its threads write. */
  void begin(JobContext context) {
    turns.change(() -> job = context);
  }

  /**
   * The exchange is over.
   *
   * @return whether the connection can carry another one: nothing is still on its way out
   */
  boolean end() throws InterruptedException {
    boolean rests = turns.awaitReadingForOthers(() -> !posting, LONGEST_REST);
    turns.change(
        () -> {
          job = null;
          if (end != null) {
            end.cancel();
            end = null;
          }
        });
    return rests && isUsable();
  }

  private void came(Http2Frame frame) throws IOException {
    try {
      incoming.take(frame);
    } catch (Http2Exception wrong) {
      incoming.sayGoodbye(wrong.code());
      throw wrong;
    } finally {
      answer();
    }
  }

  /** Has answers written by a thread that may be blocked by that: who reads must not be. */
  private void answer() {
    JobContext context = job;
    if (context != null && !posting && out.wantsWriter()) {
      JobContext.Fork<Boolean> _ = context.fork("answers", _ -> flush());
      posting = true;
    }
  }

  private boolean flush() {
    try {
      out.flush();
    } catch (IOException failed) {
      turns.fail(failed);
    } finally {
      turns.change(() -> posting = false);
    }
    // What was posted at the very last was left to this thread.
    turns.change(this::answer);
    return true;
  }

  /** Whether another request can be sent. */
  boolean isUsable() {
    return !connection.isClosed() && !turns.isBroken() && turns.ask(streams::canOpen);
  }

  /**
   * Takes what came while there was no request.
   *
   * @return whether another one can be sent
   */
  boolean isFit() throws IOException, InterruptedException {
    turns.takeReady();
    return isUsable();
  }

  /**
   * Sends the head of a request.
   *
   * @param ends whether there is no body
   * @return the stream, and how many bytes its frames took
   */
  Opened open(List<HeaderField> fields, boolean ends) throws IOException {
    return out.write(
        () ->
            turns.ask(
                () -> {
                  Http2Stream stream = streams.open();
                  stream.sent = ends;
                  return new Opened(stream, head(stream.id, heads.encode(fields), ends));
                }));
  }

  /** A stream that was opened, and the frames of its head. */
  @SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
  record Opened(Http2Stream stream, byte[] bytes) implements Http2Output.Bytes {}

  private byte[] head(int id, byte[] head, boolean ends) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    int from = 0;
    do {
      int to = Math.min(head.length, from + streams.largestFrame());
      int flags = to == head.length ? Http2Frame.END_HEADERS : 0;
      if (from == 0 && ends) {
        flags |= Http2Frame.END_STREAM;
      }
      int type = from == 0 ? Http2Frame.HEADERS : Http2Frame.CONTINUATION;
      frames.writeBytes(Http2Frame.bytes(type, flags, id, head, from, to - from));
      from = to;
    } while (from < head.length);
    return frames.toByteArray();
  }

  /**
   * Sends bytes of a body, as the server lets us.
   *
   * @param ends whether they are the last
   * @param waiting waits for a place in the windows
   */
  void send(Http2Stream stream, byte[] bytes, int offset, int length, boolean ends, Waiting waiting)
      throws IOException, InterruptedException {
    int from = offset;
    int left = length;
    do {
      stream.check();
      int part = left == 0 ? 0 : claim(stream, left, waiting);
      int flags = ends && part == left ? Http2Frame.END_STREAM : 0;
      byte[] frame = Http2Frame.bytes(Http2Frame.DATA, flags, stream.id, bytes, from, part);
      out.write(frame);
      stream.sent = ends && part == left;
      from += part;
      left -= part;
    } while (left > 0);
  }

  /** Waits until some of {@code wanted} bytes may be sent, and takes them off the windows. */
  private int claim(Http2Stream stream, int wanted, Waiting waiting)
      throws IOException, InterruptedException {
    int part;
    do {
      waiting.until(() -> stream.isOver() || streams.canSend(stream));
      stream.check();
      part = turns.ask(() -> streams.canSend(stream) ? streams.claim(stream, wanted) : 0);
    } while (part == 0);
    return part;
  }

  /** Waits until something is so. */
  @FunctionalInterface
  interface Waiting {
    void until(BooleanSupplier there) throws IOException, InterruptedException;
  }

  /** Waits, reading frames meanwhile, until {@code there}. */
  void await(BooleanSupplier there) throws IOException, InterruptedException {
    turns.await(there);
  }

  /** Waits until {@code there} while others read, so that {@link #stop} ends it. */
  void awaitOthers(BooleanSupplier there) throws IOException, InterruptedException {
    turns.awaitOthers(there);
  }

  /** No more of the request is written, for whatever reason. */
  void written(Http2Stream stream) {
    turns.change(() -> stream.written = true);
  }

  /**
   * Waits until no more of the request is written, and reads what the server says meanwhile, where
   * that is waited for.
   *
   * @param longest how long at most
   * @return whether it is so
   */
  boolean awaitWritten(Http2Stream stream, Duration longest) throws InterruptedException {
    return turns.awaitReadingForOthers(() -> stream.written, longest);
  }

  /** Ends what is sent on a stream, also where that waits for a window. */
  void stop(Http2Stream stream, NetException why) {
    turns.change(() -> stream.stop(why));
  }

  /** Nobody waits for a stream any more: the server is told, unless it is closed already. */
  void giveUp(Http2Stream stream) {
    stop(stream, HttpException.http2("CANCEL", "it was given up"));
    turns.change(
        () -> {
          if (!stream.isClosed()) {
            stream.reset = true;
            out.post(Http2Incoming.reset(stream, ErrorCode.CANCEL_STREAM_ERROR));
            answer();
          }
        });
  }

  /** The next bytes of a stream that came; null where none wait. The server may send as many. */
  byte @Nullable [] take(Http2Stream stream) {
    return turns.ask(
        () -> {
          byte[] piece = stream.data.poll();
          if (piece != null) {
            streams.windows.taken(piece.length);
            stream.windows.taken(piece.length);
            incoming.tell(stream);
            answer();
          }
          return piece;
        });
  }

  /** No more of a stream is taken. */
  void forget(Http2Stream stream) {
    turns.change(
        () -> {
          streams.forget(stream);
          incoming.tell();
          answer();
        });
  }
}
