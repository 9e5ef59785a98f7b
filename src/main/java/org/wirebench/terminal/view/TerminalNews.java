package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.TerminalListener;

/**
 * What a program did beside the screen, until the next frame: of a flood of titles and bells only
 * the last is seen.
 */
final class TerminalNews implements TerminalListener {
  private final Consumer<byte[]> answers;
  private final Runnable changed;
  private final AtomicBoolean rang = new AtomicBoolean();
  private final AtomicBoolean wrote = new AtomicBoolean();
  private final AtomicReference<@Nullable String> wanted = new AtomicReference<>();
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
  public void clipboard(String text) {
    wanted.set(text);
  }

  @Override
  public void colorsChanged() {
    changed.run();
  }

  /** The program wrote something. Any thread, as often as it likes. */
  void written() {
    wrote.set(true);
    changed.run();
  }

  /** Whether it wrote something since this was asked last. */
  boolean wrote() {
    return wrote.getAndSet(false);
  }

  /** Whether the bell rang since this was asked last. */
  boolean rang() {
    return rang.getAndSet(false);
  }

  String title() {
    return title;
  }

  /** The text that the program wants in the clipboard since this was asked last. */
  Optional<String> clipboard() {
    return Optional.ofNullable(wanted.getAndSet(null));
  }
}
