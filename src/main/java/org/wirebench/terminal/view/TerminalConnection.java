package org.wirebench.terminal.view;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Outcome;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Terminal;

/** The program at the other end of a terminal, one at a time. FX thread only, but for answers. */
final class TerminalConnection {
  private final FxJobs jobs;
  private final Runnable written;
  private final Runnable full;
  private final AtomicReference<@Nullable TerminalPump> pump = new AtomicReference<>();
  private Consumer<TerminalSize> onResize = _ -> {};
  private Consumer<Outcome<Boolean>> onEnd = _ -> {};
  private final TerminalTurn turn = new TerminalTurn();
  private int connections;

  /**
   * @param written is told that the program wrote something, by any thread and often
   * @param full is run when what was typed is refused, since too much waits already
   */
  TerminalConnection(FxJobs jobs, Runnable written, Runnable full) {
    this.jobs = jobs;
    this.written = written;
    this.full = full;
  }

  /**
   * Connects a program; the one before it is left.
   *
   * @param resized is told of each {@linkplain #resized size} that the terminal gets
   */
  void open(Terminal terminal, InputStream from, OutputStream to, Consumer<TerminalSize> resized) {
    leave();
    onResize = resized;
    int number = ++connections;
    Consumer<Outcome<Boolean>> ended = outcome -> ended(number, outcome);
    pump.set(new TerminalPump(jobs, terminal, from, to, turn, written, ended));
  }

  /** Leaves the program, if there is one. */
  void leave() {
    connections++;
    TerminalPump before = pump.getAndSet(null);
    onResize = _ -> {};
    if (before != null) {
      before.close();
    }
  }

  /** Is told when the program has ended, and how. */
  void setOnEnd(Consumer<Outcome<Boolean>> listener) {
    onEnd = listener;
  }

  private void ended(int number, Outcome<Boolean> outcome) {
    // One that was left has nothing to say any more.
    if (number == connections) {
      pump.set(null);
      onResize = _ -> {};
      onEnd.accept(outcome);
    }
  }

  /** Whether there is a program. */
  boolean isOpen() {
    return pump.get() != null;
  }

  /** The terminal has this size now. */
  void resized(TerminalSize size) {
    onResize.accept(size);
  }

  /** Sends what was typed, if there is a program. */
  void send(byte[] bytes) {
    TerminalPump now = pump.get();
    if (now != null && !now.send(bytes)) {
      full.run();
    }
  }

  /**
   * Sends what takes a while to make, if there is a program.
   *
   * @param size how many bytes there will be, roughly
   */
  void sendLater(long size, Supplier<byte[]> bytes) {
    TerminalPump now = pump.get();
    if (now != null && !now.sendLater(size, bytes)) {
      full.run();
    }
  }

  /** Sends what the program asked for, and no other one. Any thread. */
  void answer(byte[] bytes) {
    TerminalPump asked = turn.last();
    if (asked != null) {
      // A program that asks without reading gets no more answers.
      boolean _ = asked.send(bytes);
    }
  }
}
