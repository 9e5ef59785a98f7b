package org.wirebench.core.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;

/** Accepts clients until it is closed, and outlives the trouble that a single client can make. */
final class AcceptLoop {
  /** How long to wait when the system has no room for another client. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final int MOST_FAILURES = 200;

  private final ServerSocketChannel channel;
  private final JobContext context;
  private final Runnable afterClose;
  private final JobContext.Registration registration;
  private final AtomicBoolean closed = new AtomicBoolean();

  AcceptLoop(ServerSocketChannel channel, JobContext context, Runnable afterClose) {
    this.channel = channel;
    this.context = context;
    this.afterClose = afterClose;
    this.registration = context.closeOnCancel(this::close);
  }

  /** The next client, or null when the loop was closed. */
  @Nullable SocketChannel accept() throws NetException, InterruptedException {
    IOException last = new IOException();
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      try {
        return channel.accept();
      } catch (ClosedChannelException over) {
        if (context.isCancelled() || Thread.interrupted()) {
          close();
          throw Connector.stopped(over);
        }
        return null;
      } catch (IOException trouble) {
        last = trouble;
        context.log(FailureClassifier.message(trouble));
        context.pause(PAUSE);
      }
    }
    throw new NetException(NetFailure.of(last), last);
  }

  /** The client was gone before it was served. */
  void discard(SocketChannel client, IOException why) {
    context.log(FailureClassifier.message(why));
    try {
      client.close();
    } catch (IOException odd) {
      context.log(FailureClassifier.message(odd));
    }
  }

  void close() {
    if (closed.compareAndSet(false, true)) {
      registration.close();
      try {
        channel.close();
      } catch (IOException odd) {
        context.log(FailureClassifier.message(odd));
      }
      afterClose.run();
    }
  }
}
