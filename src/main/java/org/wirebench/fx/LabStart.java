package org.wirebench.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wirebench.core.job.Failure;
import org.wirebench.core.lab.Lab;

/** Starts a server of the lab and goes on when it listens. */
public final class LabStart {
  private LabStart() {}

  /**
   * Starts a server, unless it runs. Where it is stopped before it listens, nothing is said.
   *
   * @param id of the server
   * @param then is given how it stands once it runs, on the FX thread
   * @param failed is given why it could not be started, on the FX thread
   */
  public static void whenReady(
      Lab lab, FxJobs jobs, String id, Consumer<Lab.Status> then, Consumer<Failure> failed) {
    Waiting waiting = new Waiting(lab, jobs, id, then, failed);
    lab.addListener(waiting);
    lab.start(id);
    waiting.look();
  }

  /** Hears of the servers until the one meant has started, or never will. */
  private static final class Waiting implements Lab.Listener {
    private final Lab lab;
    private final FxJobs jobs;
    private final String id;
    private final Consumer<Lab.Status> then;
    private final Consumer<Failure> failed;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    Waiting(Lab lab, FxJobs jobs, String id, Consumer<Lab.Status> then, Consumer<Failure> failed) {
      this.lab = lab;
      this.jobs = jobs;
      this.id = id;
      this.then = then;
      this.failed = failed;
    }

    /** It may have been running, or starting, all the time. */
    void look() {
      Lab.Status now = lab.status(id);
      if (now.state() == Lab.State.STARTING || now.state() == Lab.State.RUNNING) {
        changed(now);
      }
    }

    @Override
    public void changed(Lab.Status now) {
      if (now.server().id().equals(id)) {
        hear(now);
      }
    }

    private void hear(Lab.Status now) {
      switch (now.state()) {
        case STARTING -> begun.set(true);
        case RUNNING -> end(() -> then.accept(now));
        case FAILED -> end(() -> now.failure().ifPresent(failed));
        case STOPPED -> {
          // It is given up: who starts it another day means something else. One that was stopping
          // when it was asked for starts again after.
          if (begun.get()) {
            end(() -> {});
          }
        }
        case STOPPING -> {
          // Not yet.
        }
      }
    }

    private void end(Runnable told) {
      if (over.compareAndSet(false, true)) {
        lab.removeListener(this);
        jobs.later(told);
      }
    }
  }
}
