package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.wirebench.core.job.JobClock;
import org.wirebench.tool.http.request.LoadPlan;

/** Says when each request of a load run is due, and when there are enough. */
final class Pace {
  private static final double NANOS = 1e9;

  private final JobClock clock;
  private final LoadPlan plan;
  private final long begin;
  private final AtomicLong begun = new AtomicLong();

  Pace(JobClock clock, LoadPlan plan) {
    this.clock = clock;
    this.plan = plan;
    this.begin = clock.nanos();
  }

  /** When it began, on the clock of the jobs. */
  long begin() {
    return begin;
  }

  /**
   * Waits for the next request that is due.
   *
   * @return when it is due, on the clock of the jobs, which may be past; -1 when there are enough
   */
  long next() throws InterruptedException {
    long number = begun.getAndIncrement();
    if (plan.requests().isPresent() && number >= plan.requests().getAsLong()) {
      return -1;
    }
    long due =
        plan.rate().isPresent()
            ? begin + (long) (number * NANOS / plan.rate().get())
            : clock.nanos();
    if (plan.duration().isPresent() && due - begin >= plan.duration().get().toNanos()) {
      return -1;
    }
    long wait = due - clock.nanos();
    if (wait > 0) {
      clock.pause(Duration.ofNanos(wait));
    }
    return due;
  }

  /** When one of those that work at once begins. */
  Duration delay(int worker) {
    return plan.ramp().multipliedBy(worker).dividedBy(Math.max(1, plan.concurrency()));
  }
}
