package org.wirebench.core.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;

/** Accepts clients until it is closed, and outlives the trouble that a single client can make. */
final class AcceptLoop {
  /** How many clients may wait to be accepted; the system may keep fewer. */
  static final int BACKLOG = 1024;

  /** How long to wait when the system has no room for another client. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final int MOST_FAILURES = 200;
  private static final Messages TEXT = Messages.of(AcceptLoop.class);

  private final ServerSocketChannel channel;
  private final JobContext context;
  private final Runnable afterClose;
  private final OnCancel onCancel = new OnCancel();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Whether it was told that there is no room; only the thread that accepts knows. */
  private boolean full;

  /**
   * Loads what is needed when the system has no file descriptor left: a class is in a file too, and
   * could then not be loaded. To be called before listening.
   */
  static void prepare(JobContext context) {
    NetFailure why = NetFailure.of(new IOException("Too many open files"));
    String _ = TEXT.get("accept.full", why.cause()) + FailureClassifier.message(new IOException());
  }

  AcceptLoop(ServerSocketChannel channel, JobContext context, Runnable afterClose) {
    this.channel = channel;
    this.context = context;
    this.afterClose = afterClose;
    onCancel.close(this::close, context);
    context.log(TEXT.get("accept.ready"));
  }

  /** The next client, or null when the loop was closed. */
  @Nullable SocketChannel accept() throws NetException, InterruptedException {
    IOException last = new IOException();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      try {
        SocketChannel client = channel.accept();
        tellOfRoom();
        return client;
      } catch (ClosedChannelException over) {
        if (context.isCancelled() || Thread.interrupted()) {
          close();
          throw Connector.stopped(over);
        }
        return null;
      } catch (IOException trouble) {
        last = trouble;
        NetFailure why = NetFailure.of(trouble);
        // Where the system has no room there will be some when other clients go, however late.
        failures += why.kind() == NetFailure.Kind.LIMIT ? 0 : 1;
        tell(why, trouble);
        context.pause(PAUSE);
      }
    }
    throw new NetException(NetFailure.of(last), last);
  }

  private void tell(NetFailure why, IOException trouble) {
    if (why.kind() != NetFailure.Kind.LIMIT) {
      context.log(FailureClassifier.message(trouble));
    } else if (!full) {
      full = true;
      context.log(TEXT.get("accept.full", why.cause()));
    }
  }

  private void tellOfRoom() {
    if (full) {
      full = false;
      context.log(TEXT.get("accept.room"));
    }
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
      onCancel.forget();
      try {
        channel.close();
      } catch (IOException odd) {
        context.log(FailureClassifier.message(odd));
      }
      afterClose.run();
    }
  }
}
