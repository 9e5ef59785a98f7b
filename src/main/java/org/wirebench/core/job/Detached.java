package org.wirebench.core.job;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Work that a job waits for, and can leave behind. */
final class Detached<T> implements Runnable {
  private final Callable<T> work;
  private final Consumer<Throwable> faults;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicBoolean abandoned = new AtomicBoolean();

  Detached(Callable<T> work, Consumer<Throwable> faults) {
    this.work = work;
    this.faults = faults;
  }

  @Override
  public void run() {
    try {
      result.complete(work.call());
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
      // Nobody hears of it any more; what the network did to abandoned work is of no interest.
      if (abandoned.get() && (thrown instanceof RuntimeException || thrown instanceof Error)) {
        faults.accept(thrown);
      }
    }
  }

  T await() throws Exception {
    try {
      return result.get();
    } catch (InterruptedException left) {
      abandoned.set(true);
      throw left;
    } catch (ExecutionException failed) {
      throw ForkRun.causeOf(failed);
    }
  }
}
