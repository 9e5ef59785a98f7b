package org.wirebench.tool.socket.service;

import java.time.Duration;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Messages;

/**
 * Tells a job how many messages are sent, every now and then, so that a flood costs nothing and a
 * sender that is stuck still counts; and that it is stuck.
 */
final class SendingWatch implements AutoCloseable {
  static final Duration LOOK = Duration.ofMillis(500);

  private static final Messages TEXT = Messages.of(SendingWatch.class);

  private final JobContext context;
  private final long total;
  private volatile long begun;
  private volatile long sent;
  private long stuckAt = -1;
  private boolean closed;
  private JobClock.Timer timer = () -> {};

  /**
   * @param total how many there are to send, or {@link Progress#UNKNOWN}
   */
  SendingWatch(long total, JobContext context) {
    this.total = total;
    this.context = context;
    look();
  }

  /** The sender is about to send message {@code number}, counted from 1. */
  void begun(long number) {
    begun = number;
  }

  /** It has sent it. */
  void sent(long number) {
    sent = number;
  }

  /** A message that was already on its way when looked at last waits for the other side. */
  private synchronized void look() {
    if (closed) {
      return;
    }
    long now = sent;
    long inHand = begun;
    boolean stuck = inHand > now && inHand == stuckAt;
    stuckAt = inHand > now ? inHand : -1;
    context.progress(now, total, Progress.Unit.ITEMS);
    context.step(stuck ? TEXT.get("sending.stuck") : "");
    timer = context.clock().schedule(LOOK, this::look);
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
    context.progress(sent, total, Progress.Unit.ITEMS);
    context.step("");
  }
}
