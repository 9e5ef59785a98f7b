package org.wirebench.core.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One more thread of a job. */
final class ForkRun<T> implements Runnable, JobContext.Fork<T> {
  private final JobContext context;
  private final Cancellation cancellation;
  private final Task<T> work;
  private final Consumer<Throwable> faults;
  private final Consumer<ForkRun<T>> ended;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private @Nullable Thread thread;
  private boolean interrupted;

  ForkRun(
      JobContext context,
      Cancellation cancellation,
      Task<T> work,
      Consumer<Throwable> faults,
      Consumer<ForkRun<T>> ended) {
    this.context = context;
    this.cancellation = cancellation;
    this.work = work;
    this.faults = faults;
    this.ended = ended;
  }

  @Override
  public void run() {
    begin();
    Runnable news;
    try {
      T value = work.run(context);
      news = () -> result.complete(value);
    } catch (Throwable thrown) {
      news = () -> result.completeExceptionally(thrown);
      report(thrown);
    }
    end();
    news.run();
    ended.accept(this);
  }

  /** A fork that nobody joins must not fail unseen. */
  private void report(Throwable thrown) {
    if (context.isCancelled()) {
      return;
    }
    if (wasEnded() && thrown instanceof InterruptedException) {
      return;
    }
    context.log(thrown.toString());
    if (thrown instanceof RuntimeException || thrown instanceof Error) {
      faults.accept(thrown);
    }
  }

  /** Whether it was told to end: then that it was interrupted is no news. */
  private synchronized boolean wasEnded() {
    return interrupted;
  }

  private synchronized void begin() {
    thread = Thread.currentThread();
    cancellation.enter();
    if (interrupted) {
      thread.interrupt();
    }
  }

  private synchronized void end() {
    thread = null;
    cancellation.leave();
    boolean _ = Thread.interrupted();
  }

  @Override
  public synchronized void interrupt() {
    interrupted = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isDone() {
    return result.isDone();
  }

  @Override
  public T join() throws Exception {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw causeOf(failed);
    }
  }

  /** What the work threw; an error is thrown at once. */
  static Exception causeOf(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Exception exception -> exception;
      case Error error -> throw error;
      case null, default -> failed;
    };
  }

  /** Waits for the end of the work, whatever it is. */
  void awaitEnd() {
    result.handle((value, thrown) -> thrown).join();
  }
}
