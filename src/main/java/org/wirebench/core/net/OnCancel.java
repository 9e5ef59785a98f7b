package org.wirebench.core.net;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;

/**
 * Has something closed when its job is cancelled. That may come before the registration has even
 * returned, and what is closed takes itself from the list: so there is not always one to take.
 */
final class OnCancel {
  private volatile JobContext.@Nullable Registration registration;

  /**
   * Has {@code resource} closed on cancellation.
   *
   * @throws CancellationException when the job is cancelled already; the resource is closed
   */
  void close(AutoCloseable resource, JobContext context) {
    registration = context.closeOnCancel(resource);
  }

  /** The resource is closed, and the job need not know of it any more. */
  void forget() {
    JobContext.Registration known = registration;
    if (known != null) {
      known.close();
    }
  }
}
