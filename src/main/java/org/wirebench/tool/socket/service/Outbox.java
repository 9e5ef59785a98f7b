package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What is to be sent, in order. It holds few: when the other side does not read, the one who sends
 * is told or waits, and nothing piles up.
 */
final class Outbox {
  /** How many sends may wait. */
  static final int CAPACITY = 256;

  private static final Sending END = () -> {};

  private final BlockingQueue<Sending> queue = new ArrayBlockingQueue<>(CAPACITY);

  /** Something that is done on the sending thread. */
  @FunctionalInterface
  interface Sending {
    void carryOut() throws IOException, InterruptedException;
  }

  /** Puts it at the end; false when the box is full. Never blocks. */
  boolean offer(Sending sending) {
    return queue.offer(sending);
  }

  /** Puts it at the end, waiting for room. */
  void put(Sending sending) throws InterruptedException {
    queue.put(sending);
  }

  /** Nothing follows: {@link #drain} returns when all before is done. Waits for room. */
  void finish() throws InterruptedException {
    queue.put(END);
  }

  /** Carries everything out until {@link #finish}, an interrupt, or a send that fails. */
  void drain() throws IOException, InterruptedException {
    Sending next = queue.take();
    while (next != END) {
      next.carryOut();
      next = queue.take();
    }
  }

  /** How many wait. */
  int waiting() {
    return queue.size();
  }
}
