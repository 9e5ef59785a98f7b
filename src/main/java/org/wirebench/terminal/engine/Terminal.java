package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.wirebench.core.bytes.ByteStores;

/**
 * A terminal as xterm is one. One thread feeds it, any number look at it; all that is looked at
 * between {@link #lock} and {@link #unlock} is of one moment.
 *
 * <p>Must be closed when its scrollback may be in files: that deletes them.
 */
public final class Terminal implements AutoCloseable {
  /** How many lines are kept that left the screen, when nobody says otherwise. */
  public static final int USUAL_SCROLLBACK = 10_000;

  /** As many lines as the disk has room for. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** How many rows or columns there are at the most. */
  public static final int LARGEST = 2000;

  /** So many bytes at once keep whoever looks waiting for less than a millisecond. */
  private static final int PORTION = 4096;

  /** Fair, or a flood would never let anybody look. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Emulation emulation;
  private final Dispatcher dispatcher;
  private final Parser parser;

  /**
   * A terminal whose scrollback stays in the heap.
   *
   * @param rows from 1 to {@value #LARGEST}
   * @param columns from 1 to {@value #LARGEST}
   * @param scrollback how many lines are kept that left the screen; fewer where they are very long
   */
  public Terminal(int rows, int columns, int scrollback, TerminalListener listener) {
    this(rows, columns, new Keeping(scrollback, null), listener);
  }

  /**
   * A terminal whose scrollback goes to files when it is large.
   *
   * @param rows from 1 to {@value #LARGEST}
   * @param columns from 1 to {@value #LARGEST}
   * @param scrollback how many lines are kept that left the screen, up to {@link #UNLIMITED}; some
   *     thousand cells of a line count as one line
   * @param stores where the files are
   */
  public Terminal(
      int rows, int columns, int scrollback, ByteStores stores, TerminalListener listener) {
    this(rows, columns, new Keeping(scrollback, new PageFiles(stores)), listener);
  }

  Terminal(int rows, int columns, Keeping keeping, TerminalListener listener) {
    requireSize(rows, columns);
    this.emulation = new Emulation(rows, columns, keeping, listener);
    this.dispatcher = new Dispatcher(emulation);
    this.parser = new Parser(dispatcher);
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

  /**
   * Another program has it from now on: all is as in the beginning, but for what was written so far
   * on the main screen and what left it, below which the next character comes.
   */
  public void restart() {
    lock();
    try {
      parser.reset();
      dispatcher.resized();
      emulation.restart();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has the terminal stand still until {@link #unlock}. Whoever looks goes before the thread that
   * {@linkplain #feed feeds}: that may be a virtual one, which waits for a carrier while it is
   * next, and would keep the one who looks waiting as long.
   */
  public void lock() {
    if (!lock.tryLock()) {
      lock.lock();
    }
  }

  /** Ends what {@link #lock} began. */
  public void unlock() {
    lock.unlock();
  }

  /** What can be seen. To be used with the lock held alone. */
  public ScreenView view() {
    return new ScreenView(emulation);
  }

  /** What a key sends to the program; empty while that has locked the keyboard. */
  public byte[] key(Key key, KeyModifiers held) {
    return locked(() -> new KeyEncoder(emulation.modes).key(key, held).getBytes(UTF_8));
  }

  /** What characters send that were typed with these keys held. */
  public byte[] typed(String text, KeyModifiers held) {
    return locked(() -> new KeyEncoder(emulation.modes).text(text, held).getBytes(UTF_8));
  }

  /** What the mouse sends; empty where the program does not want to know. */
  public byte[] mouse(MouseEvent event) {
    return locked(() -> new MouseEncoder(emulation.modes).encode(event));
  }

  /**
   * What a text sends that is pasted now: without control characters, but for tabs and ends of
   * lines. It is made when it is asked for, by any thread, since that takes a while for much text.
   */
  public Supplier<byte[]> pasted(String text) {
    boolean bracketed = locked(() -> emulation.modes.bracketedPaste);
    return () -> Pasted.of(text, bracketed).getBytes(UTF_8);
  }

  /** Whether to ask before a text is pasted: it has several lines, which would be run at once. */
  public boolean isRisky(String text) {
    boolean bracketed = locked(() -> emulation.modes.bracketedPaste);
    return Pasted.isRisky(text, bracketed);
  }

  /** What is sent when the terminal gets the keyboard or loses it; empty where nobody asked. */
  public byte[] focus(boolean gained) {
    String report = gained ? "\033[I" : "\033[O";
    return locked(() -> (emulation.modes.focusReports ? report : "").getBytes(UTF_8));
  }

  private <T> T locked(Supplier<T> look) {
    lock();
    try {
      return look.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has another size from now on.
   *
   * @param rows from 1 to {@value #LARGEST}
   * @param columns from 1 to {@value #LARGEST}
   */
  public void resize(int rows, int columns) {
    requireSize(rows, columns);
    lock();
    try {
      emulation.resize(rows, columns);
      dispatcher.resized();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has other colours from now on; those that the program changed stay as it wants them. Where it
   * asked for that, it is told when light ones become dark or dark ones light.
   */
  public void setColors(ColorScheme colors) {
    lock();
    try {
      emulation.use(colors);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets the scrollback, deletes its files, and keeps no line from now on that leaves the
   * screen.
   *
   * @throws IOException when they cannot be deleted
   */
  @Override
  public void close() throws IOException {
    lock();
    try {
      emulation.scrollback.close();
    } finally {
      lock.unlock();
    }
  }
}
