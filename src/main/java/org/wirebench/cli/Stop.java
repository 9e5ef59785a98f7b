package org.wirebench.cli;

import java.util.concurrent.CountDownLatch;

/** Whether the command was told to stop. Safe for use by any thread. */
final class Stop {
  private final CountDownLatch told = new CountDownLatch(1);

  void tell() {
    told.countDown();
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
