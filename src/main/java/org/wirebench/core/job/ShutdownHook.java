package org.wirebench.core.job;

/** What is done when the process is told to end: Ctrl+C, a signal, a shutdown of the machine. */
public final class ShutdownHook implements AutoCloseable {
  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  /**
   * Has {@code action} run, on a thread of its own, before the process ends; the process waits for
   * it, so it must not take long.
   */
  public static ShutdownHook register(String name, Runnable action) {
    Thread thread = Thread.ofPlatform().name(name).unstarted(action);
    Runtime.getRuntime().addShutdownHook(thread);
    return new ShutdownHook(thread);
  }

  /** Forgets the action, unless the process is already ending. */
  @Override
  public void close() {
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      // Then the action runs, as it was registered for.
    }
  }
}
