package org.wirebench.core.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The threads and the resources of one job, and the one switch that ends them. */
final class Cancellation {
  /** Why a job is to end. */
  enum Reason {
    /** It is not; there from the beginning, so that cancelling needs no class to be loaded. */
    NONE,
    USER,
    DEADLINE
  }

  private final Consumer<Throwable> faults;
  private final Set<Thread> threads = new HashSet<>();
  private final LinkedHashSet<Held> resources = new LinkedHashSet<>();
  private Reason reason = Reason.NONE;
  private boolean over;

  Cancellation(Consumer<Throwable> faults) {
    this.faults = faults;
  }

  synchronized Reason reason() {
    return reason;
  }

  void check() {
    if (reason() != Reason.NONE) {
      throw new CancellationException("the job was cancelled");
    }
  }

  void cancel(Reason why) {
    List<Held> toClose;
    synchronized (this) {
      if (reason != Reason.NONE || over) {
        return;
      }
      reason = why;
      threads.forEach(Thread::interrupt);
      toClose = new ArrayList<>(resources.reversed());
      resources.clear();
    }
    toClose.forEach(this::close);
  }

  /** Counts the calling thread among those of the job. */
  synchronized void enter() {
    threads.add(Thread.currentThread());
    if (reason != Reason.NONE) {
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
    Held held = new Held(resource);
    synchronized (this) {
      if (reason == Reason.NONE) {
        if (!over) {
          resources.add(held);
        }
        return held;
      }
    }
    close(held);
    throw new CancellationException("the job was cancelled");
  }

  /** One registration; a server with thousands of clients takes each from the list at once. */
  private final class Held implements JobContext.Registration {
    private final AutoCloseable resource;

    Held(AutoCloseable resource) {
      this.resource = resource;
    }

    @Override
    public void close() {
      synchronized (Cancellation.this) {
        resources.remove(this);
      }
    }
  }

  private void close(Held held) {
    try {
      held.resource.close();
    } catch (Exception failed) {
      faults.accept(failed);
    }
  }
}
