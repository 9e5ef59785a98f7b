package org.wirebench.terminal.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Terminal;

/**
 * Carries what a program writes to the terminal, and what is typed or answered to the program. Each
 * way has a thread of its own, so that neither waits for the other: a program that writes without
 * reading is still shown, and what it shall read waits.
 */
final class TerminalPump implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TerminalPump.class);
  private static final int CHUNK = 1 << 16;

  /** How many pieces wait for a program that does not read; more are refused. */
  private static final int MOST_WAITING = 4096;

  /** How much waits, unless it is a single piece. */
  private static final long MOST_WAITING_BYTES = 64L << 20;

  private final Terminal terminal;
  private final InputStream from;
  private final OutputStream to;
  private final Runnable news;
  private final BlockingQueue<Piece> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final TerminalTurn turn;
  private volatile boolean left;
  private final FxJobs jobs;
  private final Job<Boolean> job;

  /** What is to be sent, of which it is known how much it will be, roughly. */
  private record Piece(long size, Supplier<byte[]> bytes) {}

  /**
   * @param turn which of the programs feeds the terminal
   * @param news is told that something was written, by any thread and often
   * @param ended is told on the FX thread how it ended
   */
  TerminalPump(
      FxJobs jobs,
      Terminal terminal,
      InputStream from,
      OutputStream to,
      TerminalTurn turn,
      Runnable news,
      Consumer<Outcome<Boolean>> ended) {
    this.jobs = jobs;
    this.terminal = terminal;
    this.from = from;
    this.to = to;
    this.turn = turn;
    this.news = news;
    this.job = jobs.start(JobSpec.named(TEXT.get("terminal.job"), "terminal"), this::run, ended);
  }

  private boolean run(JobContext context) throws Exception {
    if (!begun.compareAndSet(false, true)) {
      return false;
    }
    try (from;
        to;
        var _ = context.closeOnCancel(from);
        var _ = context.closeOnCancel(to)) {
      JobContext.Fork<Boolean> writer = context.fork("write", this::write);
      try {
        read(context);
      } finally {
        writer.interrupt();
      }
    }
    return true;
  }

  private void read(JobContext context) throws IOException, InterruptedException {
    context.compute(() -> turn.take(this, terminal::restart));
    news.run();
    byte[] chunk = new byte[CHUNK];
    for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
      context.checkCancelled();
      int length = count;
      context.compute(() -> turn.take(this, () -> terminal.feed(chunk, 0, length)));
      news.run();
    }
  }

  /** Whether another program has the terminal, or none. */
  boolean isLeft() {
    return left;
  }

  private boolean write(JobContext context) {
    try {
      while (!context.isCancelled()) {
        Piece next = waiting.take();
        to.write(next.bytes().get());
        waitingBytes.addAndGet(-next.size());
        if (waiting.isEmpty()) {
          to.flush();
        }
      }
    } catch (InterruptedException | IOException ended) {
      // What the program did not read any more is of no use; how it ended says the other way.
      context.log(TEXT.get("terminal.unread"));
      return false;
    }
    return true;
  }

  /** Has these bytes written; false when too many wait already. */
  boolean send(byte[] bytes) {
    return bytes.length == 0 || sendLater(bytes.length, () -> bytes);
  }

  /**
   * Has bytes written that take a while to make, which is done by the thread that writes.
   *
   * @param size how many there will be, roughly
   */
  boolean sendLater(long size, Supplier<byte[]> bytes) {
    long all = waitingBytes.addAndGet(size);
    boolean room = all <= MOST_WAITING_BYTES || all == size;
    if (room && waiting.offer(new Piece(size, bytes))) {
      return true;
    }
    waitingBytes.addAndGet(-size);
    return false;
  }

  /** Ends both ways, and closes both streams. */
  @Override
  public void close() {
    left = true;
    job.cancel();
    if (begun.compareAndSet(false, true)) {
      // It was left before it began, so nobody else closes them; that may block.
      Job<Boolean> _ =
          jobs.start(
              JobSpec.named(TEXT.get("terminal.job"), "terminal"), _ -> closeBoth(), _ -> {});
    }
  }

  private boolean closeBoth() throws IOException {
    try (from;
        to) {
      return true;
    }
  }
}
