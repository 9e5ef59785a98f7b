package org.wirebench.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Whether the command was told to stop. Safe for use by any thread. */
final class Stop {
  private final CountDownLatch told = new CountDownLatch(1);
  private final List<Thread> waiting = new CopyOnWriteArrayList<>();

  void tell() {
    told.countDown();
    waiting.forEach(Thread::interrupt);
  }

  /** Has the calling thread interrupted when the command is told to stop. */
  void interruptCaller() {
    waiting.add(Thread.currentThread());
    if (isTold()) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isTold() {
    return told.getCount() == 0;
  }

  /**
   * Waits until the command is told to stop.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void await() throws InterruptedException {
    told.await();
  }
}
