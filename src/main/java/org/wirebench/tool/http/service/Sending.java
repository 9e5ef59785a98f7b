package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;

/**
 * A request on its way. A large body is written by a thread of its own, since the server may answer
 * before it has all of it.
 */
final class Sending {
  /** How long a server is given to ask for a body (RFC 9110 section 10.1.1). */
  private static final Duration LONGEST_EXPECTATION = Duration.ofSeconds(1);

  /** A body up to here goes with the head. */
  private static final int SMALL = 16 * 1024;

  /** How much goes in one piece; each is a sign of life. */
  private static final int PIECE = 64 * 1024;

  private static final byte[] NOTHING = {};

  private final Pipe pipe;
  private final Outgoing request;
  private final Exchange exchange;
  private final Phases phases;
  private final Watch watch;
  private final JobContext context;
  private final CountDownLatch wanted = new CountDownLatch(1);
  private volatile boolean stopped;
  private JobContext.@Nullable Fork<Boolean> writer;
  private boolean sent;
  private boolean answering;

  /** How a version of HTTP sends. */
  interface Pipe {
    /**
     * Sends the head and the first bytes of the body.
     *
     * @param body may be empty
     * @param whole whether that is all of the body
     */
    void begin(byte[] body, boolean whole) throws IOException;

    /** Takes the rest of the body. */
    OutputStream body();

    /** The body is whole. */
    void end() throws IOException;

    /** The body will never be whole. */
    void abort();
  }

  /**
   * @param watch is told that something went
   */
  Sending(
      Pipe pipe,
      Outgoing request,
      Exchange exchange,
      Phases phases,
      Watch watch,
      JobContext context) {
    this.pipe = pipe;
    this.request = request;
    this.exchange = exchange;
    this.phases = phases;
    this.watch = watch;
    this.context = context;
  }

  /** Sends the head, and begins to send the body. */
  void begin() throws IOException {
    phases.begin(Phase.REQUEST);
    context.step(Phase.REQUEST.title());
    if (request.expects() || request.body().length() > SMALL) {
      pipe.begin(NOTHING, false);
      writer = context.fork("body", _ -> write());
      return;
    }
    byte[] body = smallBody();
    pipe.begin(body, true);
    exchange.bodySent(body.length);
    sent();
  }

  private byte[] smallBody() throws IOException {
    if (request.body().length() == 0) {
      return NOTHING;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    request.body().writeTo(body);
    return body.toByteArray();
  }

  private boolean write() throws IOException, InterruptedException {
    if (request.expects()) {
      boolean _ = wanted.await(LONGEST_EXPECTATION.toNanos(), TimeUnit.NANOSECONDS);
    }
    try {
      request.body().writeTo(new Pieces());
      pipe.end();
    } catch (IOException failed) {
      if (stopped) {
        return false;
      }
      throw failed;
    }
    sent();
    return true;
  }

  private synchronized void sent() {
    if (!sent) {
      sent = true;
      phases.next(Phase.REQUEST, Phase.FIRST_BYTE);
      context.step(Phase.FIRST_BYTE.title());
    }
  }

  /** Something of the answer came; the first time counts. */
  synchronized void firstByte() {
    if (answering) {
      return;
    }
    answering = true;
    sent();
    phases.next(Phase.FIRST_BYTE, Phase.TRANSFER);
    context.step(Phase.TRANSFER.title());
  }

  /** The server wants the body. */
  void wanted() {
    wanted.countDown();
  }

  /** The answer is there: what is not sent yet is not wanted any more. */
  void answered() {
    stopped = true;
    wanted();
  }

  /**
   * The answer was read to its end.
   *
   * @return whether all of the body was sent; else it is given up
   */
  boolean finish() throws Exception {
    JobContext.Fork<Boolean> writing = writer;
    if (writing == null) {
      return true;
    }
    if (!writing.isDone()) {
      pipe.abort();
    }
    return writing.join();
  }

  /** Writes until the answer is there. */
  private final class Pieces extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int done = 0; done < length; ) {
        if (stopped) {
          throw new IOException("the answer came first");
        }
        int piece = Math.min(PIECE, length - done);
        pipe.body().write(bytes, offset + done, piece);
        done += piece;
        exchange.bodySent(piece);
        watch.sign();
      }
    }
  }
}
