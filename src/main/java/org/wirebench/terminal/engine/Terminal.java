package org.wirebench.terminal.engine;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A terminal as xterm is one. One thread feeds it, any number look at it; all that is looked at
 * between {@link #lock} and {@link #unlock} is of one moment.
 */
public final class Terminal {
  /** How many lines are kept that left the screen, when nobody says otherwise. */
  public static final int USUAL_SCROLLBACK = 10_000;

  /** How many rows or columns there are at the most. */
  public static final int LARGEST = 2000;

  /** So many bytes at once keep whoever looks waiting for less than a millisecond. */
  private static final int PORTION = 4096;

  /** Fair, or a flood would never let anybody look. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Emulation emulation;
  private final Parser parser;

  /**
   * @param rows from 1 to {@value #LARGEST}
   * @param columns from 1 to {@value #LARGEST}
   * @param scrollback how many lines are kept that left the screen
   */
  public Terminal(int rows, int columns, int scrollback, TerminalListener listener) {
    requireSize(rows, columns);
    this.emulation = new Emulation(rows, columns, scrollback, listener);
    this.parser = new Parser(new Dispatcher(emulation));
  }

  private static void requireSize(int rows, int columns) {
    if (Math.min(rows, columns) < 1 || Math.max(rows, columns) > LARGEST) {
      throw new IllegalArgumentException("size: " + rows + " x " + columns);
    }
  }

  /** Takes bytes of the program, from {@code from} up to and without {@code to}. */
  public void feed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at += PORTION) {
      lock.lock();
      try {
        parser.feed(bytes, at, Math.min(to, at + PORTION));
      } finally {
        lock.unlock();
      }
    }
  }

  /** Has the terminal stand still until {@link #unlock}. */
  public void lock() {
    lock.lock();
  }

  /** Ends what {@link #lock} began. */
  public void unlock() {
    lock.unlock();
  }

  /** What can be seen. To be used with the lock held alone. */
  public ScreenView view() {
    return new ScreenView(emulation);
  }

  /**
   * Has another size from now on.
   *
   * @param rows from 1 to {@value #LARGEST}
   * @param columns from 1 to {@value #LARGEST}
   */
  public void resize(int rows, int columns) {
    requireSize(rows, columns);
    lock.lock();
    try {
      emulation.resize(rows, columns);
    } finally {
      lock.unlock();
    }
  }
}
