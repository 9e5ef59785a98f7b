package org.wirebench.core.job;

/** Where the threads of jobs come from. */
@FunctionalInterface
public interface Runner {
  /** Runs {@code body}, possibly later and on another thread. The body throws nothing. */
  void start(String name, Runnable body);

  /**
   * Runs a body that blocks inside the operating system, where no interrupt reaches it, on a thread
   * of its own that does not keep the program alive. A virtual thread would take one of the few
   * carriers with it: two slow look-ups of a name would stop every other job of a small machine.
   */
  default void startDetached(String name, Runnable body) {
    Thread.ofPlatform().daemon().name(name).start(body);
  }

  /** A new virtual thread for each body. */
  static Runner virtualThreads() {
    return (name, body) -> Thread.ofVirtual().name(name).start(body);
  }

  /**
   * Runs each body at once on the calling thread, for tests of code that only waits for an outcome.
   * A job that forks a thread which waits for another would wait for ever.
   */
  static Runner inline() {
    return (name, body) -> body.run();
  }
}
