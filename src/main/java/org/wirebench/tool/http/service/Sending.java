package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;

/**
 * A request on its way. A large body is written by a thread of its own, since the server may answer
 * before it has all of it.
 */
final class Sending {
  /** How long a server is given to ask for a body (RFC 9110 section 10.1.1). */
  private static final Duration LONGEST_EXPECTATION = Duration.ofSeconds(1);

  /** How long a body may stand still whose answer is whole, and says nothing against it. */
  private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(1);

  /** How long who writes may take to say that all is written, as the answer lets one think. */
  private static final Duration MOMENT = Duration.ofMillis(50);

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
  private volatile boolean succeeds;
  private volatile boolean begun;
  private volatile @Nullable IOException broken;
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

    /** No more of the rest is written, for whatever reason. */
    void ended();

    /**
     * Waits until no more of the rest is written. Who writes may need what the server says, and the
     * answer was read to its end: so it is read here.
     *
     * @param longest how long at most
     * @return whether it is so
     */
    boolean awaitEnded(Duration longest) throws InterruptedException;

    /** The rest of the body is not wanted any more: who writes it is stopped. */
    void abort() throws InterruptedException;

    /** There is no rest of the body to send: no answer is waited for. Never blocks. */
    void fail();
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
    this.begun = !request.expects();
  }

  /** Sends the head, and begins to send the body. */
  void begin() throws IOException {
    phases.begin(Phase.REQUEST);
    context.step(Phase.REQUEST.title());
    if (request.expects() || request.body().length() > SMALL) {
      begin(NOTHING, false);
      if (broken == null) {
        writer = context.fork("body", _ -> write());
      }
      return;
    }
    byte[] body = smallBody();
    begin(body, true);
    if (broken == null) {
      exchange.bodySent(body.length);
      sent();
    }
  }

  /** Where that fails there may be an answer all the same, such as why the server hangs up. */
  private void begin(byte[] body, boolean whole) {
    try {
      pipe.begin(body, whole);
    } catch (IOException failed) {
      broken = failed;
    }
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
    try {
      if (request.expects()) {
        boolean _ = wanted.await(LONGEST_EXPECTATION.toNanos(), TimeUnit.NANOSECONDS);
        begun = true;
      }
      request.body().writeTo(new Pieces());
      piped(pipe::end);
      sent();
      return true;
    } catch (PipeException _) {
      return false;
    } catch (IOException noBody) {
      broken = noBody;
      pipe.fail();
      throw noBody;
    } finally {
      pipe.ended();
    }
  }

  /** What sends, and may find that the connection is broken. */
  private interface Step {
    void run() throws IOException;
  }

  /** The connection takes no more of the body; why, is known. */
  private static final class PipeException extends IOException {
    private static final long serialVersionUID = 1;

    PipeException(String why, @Nullable IOException cause) {
      super(why, cause);
    }
  }

  private void piped(Step step) throws PipeException {
    try {
      step.run();
    } catch (IOException failed) {
      broken = failed;
      throw new PipeException("broken", failed);
    }
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
    begun = true;
    wanted.countDown();
  }

  /**
   * The head of the answer is there. Where it says an error, what is not sent yet is not wanted any
   * more (RFC 9112 section 9.5), nor a body that it was to ask for; else the server may answer
   * while it reads.
   */
  void answered(int status) {
    succeeds = status < 300;
    stopped = status >= 400 || !begun;
    wanted.countDown();
  }

  /** There is no answer: why, as far as is known. */
  IOException unanswered(IOException why) {
    IOException earlier = broken;
    boolean gone =
        switch (NetFailure.of(why).kind()) {
          case RESET, CLOSED, IO, CANCELLED -> true;
          default -> false;
        };
    if (earlier == null || !gone || earlier.equals(why)) {
      return why;
    }
    earlier.addSuppressed(why);
    return earlier;
  }

  /**
   * The answer was read to its end.
   *
   * @return whether all of the body was sent; else it is given up
   */
  boolean finish() throws Exception {
    JobContext.Fork<Boolean> writing = writer;
    if (writing == null) {
      return broken == null;
    }
    boolean whole;
    long before;
    do {
      before = exchange.sentBodyBytes();
      whole = pipe.awaitEnded(succeeds ? LONGEST_STANDSTILL : MOMENT);
    } while (!whole && succeeds && exchange.sentBodyBytes() > before);
    if (!whole) {
      stopped = true;
      pipe.abort();
    }
    return writing.join();
  }

  /** There is no use for the body any more: who writes it is stopped. */
  void giveUp() throws InterruptedException {
    if (writer != null) {
      stopped = true;
      wanted.countDown();
      pipe.abort();
    }
  }

  /** Writes until that is not wanted any more. */
  private final class Pieces extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int done = 0; done < length; ) {
        if (stopped) {
          throw new PipeException("the answer came first", null);
        }
        int at = offset + done;
        int piece = Math.min(PIECE, length - done);
        piped(() -> pipe.body().write(bytes, at, piece));
        done += piece;
        exchange.bodySent(piece);
        watch.sign();
      }
    }
  }
}
