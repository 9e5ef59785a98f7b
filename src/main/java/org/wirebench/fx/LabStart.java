package org.wirebench.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wirebench.core.job.Failure;
import org.wirebench.core.lab.Lab;

/** Starts a server of the lab and goes on when it listens. */
public final class LabStart {
  private LabStart() {}

  /**
   * Starts a server, unless it runs.
   *
   * @param id of the server
   * @param then is given how it stands once it runs, on the FX thread
   * @param failed is given why it could not be started, on the FX thread
   */
  public static void whenReady(
      Lab lab, FxJobs jobs, String id, Consumer<Lab.Status> then, Consumer<Failure> failed) {
    AtomicBoolean over = new AtomicBoolean();
    Lab.Listener listener =
        new Lab.Listener() {
          @Override
          public void changed(Lab.Status now) {
            boolean ended = now.state() == Lab.State.RUNNING || now.state() == Lab.State.FAILED;
            if (now.server().id().equals(id) && ended && over.compareAndSet(false, true)) {
              lab.removeListener(this);
              jobs.later(() -> now.failure().ifPresentOrElse(failed, () -> then.accept(now)));
            }
          }
        };
    lab.addListener(listener);
    lab.start(id);
    // It may have been running all the time.
    if (lab.status(id).state() == Lab.State.RUNNING) {
      listener.changed(lab.status(id));
    }
  }
}
