package org.wirebench.fx;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * News for the screen, gathered and delivered once per frame: a flood of a million changes costs
 * the screen the same as ten.
 */
public final class Pulse implements AutoCloseable {
  private final FxThread thread;
  private final Runnable delivery;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile boolean closed;

  Pulse(FxThread thread, Runnable delivery) {
    this.thread = thread;
    this.delivery = delivery;
  }

  /**
   * Something has changed. Any thread may call this as often as it likes: until the news is
   * delivered, each further call costs one volatile read.
   */
  public void changed() {
    if (!waiting.get() && waiting.compareAndSet(false, true)) {
      thread.wake(this);
    }
  }

  /** Nothing is delivered any more. */
  @Override
  public void close() {
    closed = true;
  }

  void deliver() {
    waiting.set(false);
    if (!closed) {
      delivery.run();
    }
  }
}
