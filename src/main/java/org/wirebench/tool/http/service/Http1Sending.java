package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;

/**
 * A request of HTTP/1.1 on its way. A large body is written by a thread of its own, since the
 * server may answer before it has all of it.
 */
final class Http1Sending {
  /** How long a server is given to ask for a body (RFC 9110 section 10.1.1). */
  private static final Duration LONGEST_EXPECTATION = Duration.ofSeconds(1);

  /** A body up to here goes with the head. */
  private static final int SMALL = 16 * 1024;

  private final Connection connection;
  private final Outgoing request;
  private final Exchange exchange;
  private final Phases phases;
  private final JobContext context;
  private final CountDownLatch wanted = new CountDownLatch(1);
  private volatile boolean stopped;
  private JobContext.@Nullable Fork<Boolean> writer;
  private boolean sent;

  Http1Sending(
      Connection connection,
      Outgoing request,
      Exchange exchange,
      Phases phases,
      JobContext context) {
    this.connection = connection;
    this.request = request;
    this.exchange = exchange;
    this.phases = phases;
    this.context = context;
  }

  /** Sends the head, and begins to send the body. */
  void begin(byte[] head) throws IOException {
    phases.begin(Phase.REQUEST);
    context.step(Phase.REQUEST.title());
    if (request.expects() || request.body().length() > SMALL) {
      connection.out().write(head);
      writer = context.fork("body", _ -> write());
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head);
    writeBody(whole);
    connection.out().write(whole.toByteArray());
    exchange.bodySent(request.body().length());
    sent();
  }

  private boolean write() throws IOException, InterruptedException {
    if (request.expects()) {
      boolean _ = wanted.await(LONGEST_EXPECTATION.toNanos(), TimeUnit.NANOSECONDS);
    }
    try {
      writeBody(new Pieces());
    } catch (IOException failed) {
      if (stopped) {
        return false;
      }
      // Who waits for the answer is told at once, and why.
      throw failed;
    }
    sent();
    return true;
  }

  private void writeBody(OutputStream to) throws IOException {
    if (request.isChunked()) {
      Chunks chunks = new Chunks(to);
      request.body().writeTo(chunks);
      chunks.end();
    } else {
      request.body().writeTo(to);
    }
  }

  private synchronized void sent() {
    if (!sent) {
      sent = true;
      phases.end(Phase.REQUEST);
      phases.begin(Phase.FIRST_BYTE);
      context.step(Phase.FIRST_BYTE.title());
    }
  }

  /** The first byte of the answer came. */
  synchronized void firstByte() {
    sent();
    phases.end(Phase.FIRST_BYTE);
    phases.begin(Phase.TRANSFER);
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
   * @return whether all of the body was sent; else the connection is closed
   */
  boolean finish() throws Exception {
    JobContext.Fork<Boolean> writing = writer;
    if (writing == null) {
      return true;
    }
    if (!writing.isDone()) {
      connection.abort();
    }
    return writing.join();
  }

  /** Writes to the connection until the answer is there. */
  private final class Pieces extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (stopped) {
        throw new IOException("the answer came first");
      }
      connection.out().write(bytes, offset, length);
      exchange.bodySent(length);
    }
  }
}
