package org.wirebench.core.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The threads and the resources of one job, and the one switch that ends them. */
final class Cancellation {
  /** Why a job is to end. */
  enum Reason {
    USER,
    DEADLINE
  }

  private final Consumer<Throwable> faults;
  private final Set<Thread> threads = new HashSet<>();
  private final ArrayDeque<AutoCloseable> resources = new ArrayDeque<>();
  private @Nullable Reason reason;
  private boolean over;

  Cancellation(Consumer<Throwable> faults) {
    this.faults = faults;
  }

  synchronized @Nullable Reason reason() {
    return reason;
  }

  void check() {
    if (reason() != null) {
      throw new CancellationException("the job was cancelled");
    }
  }

  void cancel(Reason why) {
    List<AutoCloseable> toClose;
    synchronized (this) {
      if (reason != null || over) {
        return;
      }
      reason = why;
      threads.forEach(Thread::interrupt);
      toClose = new ArrayList<>(resources);
      resources.clear();
    }
    toClose.forEach(this::close);
  }

  /** Counts the calling thread among those of the job. */
  synchronized void enter() {
    threads.add(Thread.currentThread());
    if (reason != null) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void leave() {
    threads.remove(Thread.currentThread());
  }

  /** Nothing can be cancelled any more. */
  synchronized void end() {
    over = true;
    resources.clear();
  }

  JobContext.Registration register(AutoCloseable resource) {
    synchronized (this) {
      if (reason == null) {
        resources.addFirst(resource);
        return () -> forget(resource);
      }
    }
    close(resource);
    throw new CancellationException("the job was cancelled");
  }

  private synchronized void forget(AutoCloseable resource) {
    resources.removeIf(one -> one == resource);
  }

  private void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception failed) {
      faults.accept(failed);
    }
  }
}
