package org.wirebench.terminal.view;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to feed a terminal: one program has it at a time, and one that was left never
 * again. What the terminal answers is for the one that had it last.
 */
final class TerminalTurn {
  private final Lock lock = new ReentrantLock();
  private volatile @Nullable TerminalPump last;

  /** Has {@code work} done by this pump, when no other one is at it; any thread. */
  void take(TerminalPump pump, Runnable work) {
    lock.lock();
    try {
      if (!pump.isLeft()) {
        last = pump;
        work.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Who is answered; null while nobody fed the terminal. */
  @Nullable TerminalPump last() {
    return last;
  }
}
