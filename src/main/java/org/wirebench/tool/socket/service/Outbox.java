package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, in order. It holds few, and few bytes: when the other side does not read, the
 * one who sends is told or waits, and nothing piles up. Whatever is put in is either carried out or
 * dropped, and is told which.
 */
final class Outbox {
  /** How many sends may wait. */
  static final int CAPACITY = 256;

  /** How many bytes may wait in the heap; what is longer waits alone. */
  static final long MOST_BYTES = 64L << 20;

  private final Queue<Sending> queue = new ArrayDeque<>();
  private long waitingBytes;
  private @Nullable IOException finished;
  private @Nullable IOException broken;

  /** Something that is done on the sending thread. */
  @FunctionalInterface
  interface Sending {
    void carryOut() throws IOException, InterruptedException;

    /**
     * It will not be carried out any more.
     *
     * @return whether somebody has to be told, since nobody waits for it
     */
    default boolean dropped(IOException why) {
      return false;
    }

    /** How many bytes of the heap it takes while it waits. */
    default long bytes() {
      return 0;
    }
  }

  /** Puts it at the end; false when the box is full or nothing is sent any more. Never blocks. */
  synchronized boolean offer(Sending sending) {
    if (finished != null || broken != null || !hasRoom(sending.bytes())) {
      return false;
    }
    queue.add(sending);
    waitingBytes += sending.bytes();
    notifyAll();
    return true;
  }

  private boolean hasRoom(long bytes) {
    boolean fits = bytes == 0 || waitingBytes == 0 || waitingBytes + bytes <= MOST_BYTES;
    return fits && queue.size() < CAPACITY;
  }

  /**
   * Puts it at the end, waiting for room.
   *
   * @throws IOException when nothing is sent any more
   */
  synchronized void put(Sending sending) throws IOException, InterruptedException {
    while (!offer(sending)) {
      IOException why = broken == null ? finished : broken;
      if (why != null) {
        throw why;
      }
      wait();
    }
  }

  /**
   * Puts it at the end, and nothing behind it, as {@link #finish}; false as {@link #offer}. Never
   * blocks.
   */
  synchronized boolean offerLast(Sending last, IOException why) {
    boolean taken = offer(last);
    if (taken) {
      finish(why);
    }
    return taken;
  }

  /**
   * Nothing follows: {@link #drain} returns when all before is done. Never blocks.
   *
   * @param why what those are told who want to send more
   */
  synchronized void finish(IOException why) {
    if (finished == null) {
      finished = why;
    }
    notifyAll();
  }

  /**
   * Nothing is sent any more: what waits is dropped, whoever waits is told. Never blocks.
   *
   * @return how many were dropped for which nobody waits
   */
  int breakOff(IOException why) {
    List<Sending> waiting;
    synchronized (this) {
      if (broken == null) {
        broken = why;
      }
      waiting = List.copyOf(queue);
      queue.clear();
      waitingBytes = 0;
      notifyAll();
    }
    return (int) waiting.stream().filter(sending -> sending.dropped(why)).count();
  }

  /** Carries everything out until {@link #finish}, an interrupt, or a send that fails. */
  void drain() throws IOException, InterruptedException {
    @Nullable Sending next = take();
    while (next != null) {
      next.carryOut();
      next = take();
    }
  }

  private synchronized @Nullable Sending take() throws InterruptedException {
    while (queue.isEmpty() && finished == null && broken == null) {
      wait();
    }
    Sending next = queue.poll();
    waitingBytes -= next == null ? 0 : next.bytes();
    notifyAll();
    return next;
  }

  /** How many wait. */
  synchronized int waiting() {
    return queue.size();
  }
}
