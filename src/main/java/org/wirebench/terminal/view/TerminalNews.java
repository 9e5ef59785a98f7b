package org.wirebench.terminal.view;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wirebench.terminal.engine.TerminalListener;

/**
 * What a program did beside the screen, until the next frame: of a flood of titles and bells only
 * the last is seen.
 */
final class TerminalNews implements TerminalListener {
  private final Consumer<byte[]> answers;
  private final Runnable changed;
  private final AtomicBoolean rang = new AtomicBoolean();
  private volatile String title = "";

  /**
   * @param answers takes what is for the program
   * @param changed is told that there is something to see
   */
  TerminalNews(Consumer<byte[]> answers, Runnable changed) {
    this.answers = answers;
    this.changed = changed;
  }

  @Override
  public void answer(byte[] bytes) {
    answers.accept(bytes);
  }

  @Override
  public void bell() {
    rang.set(true);
  }

  @Override
  public void title(String now) {
    title = now;
  }

  @Override
  public void colorsChanged() {
    changed.run();
  }

  /** Whether the bell rang since this was asked last. */
  boolean rang() {
    return rang.getAndSet(false);
  }

  String title() {
    return title;
  }
}
