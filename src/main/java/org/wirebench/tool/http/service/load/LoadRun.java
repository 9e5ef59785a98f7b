package org.wirebench.tool.http.service.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.NetFailure;
import org.wirebench.tool.http.request.LoadPlan;
import org.wirebench.tool.http.service.Repeater;

/**
 * One load run. What it has brought can be asked for at any time, by one thread at a time; it stays
 * when the run is cancelled.
 */
public final class LoadRun {
  /** How long one waits after a failure, so that a server that refuses is not hammered. */
  private static final Duration AFTER_FAILURE = Duration.ofMillis(10);

  private static final Duration TICK = Duration.ofMillis(250);

  private final LoadPlan plan;
  private final Repeater repeater;
  private final JobClock clock;
  private final Pace pace;
  private final LoadStats stats;
  private volatile long ended;

  /**
   * A run that begins now.
   *
   * @param repeater sends the requests
   */
  public LoadRun(LoadPlan plan, Repeater repeater, JobClock clock) {
    this.plan = plan;
    this.repeater = repeater;
    this.clock = clock;
    this.pace = new Pace(clock, plan);
    this.stats = new LoadStats(clock.now(), plan.rate().isPresent());
  }

  /** What it has brought so far. */
  public LoadReport report() {
    boolean over = ended != 0;
    return stats.report(Duration.ofNanos((over ? ended : clock.nanos()) - pace.begin()), over);
  }

  /**
   * Carries it out.
   *
   * @return what it has brought in all
   * @throws InterruptedException when the job is cancelled
   */
  public LoadReport perform(JobContext context) throws Exception {
    List<JobContext.Fork<Boolean>> workers = new ArrayList<>();
    try {
      for (int i = 0; i < plan.concurrency(); i++) {
        int number = i;
        workers.add(context.fork("worker " + number, own -> work(number, own.quiet())));
      }
      JobContext.Fork<Boolean> ticker = context.fork("progress", this::tell);
      for (JobContext.Fork<Boolean> worker : workers) {
        boolean _ = worker.join();
      }
      ticker.interrupt();
    } finally {
      ended = clock.nanos();
    }
    return report();
  }

  private boolean work(int number, JobContext context) throws Exception {
    context.pause(pace.delay(number));
    Repeater.User user = repeater.user();
    for (long due = pace.next(); due >= 0; due = pace.next()) {
      long sent = clock.nanos();
      try {
        Repeater.Answer answer = user.send(context);
        long now = clock.nanos();
        stats.answered(answer, now - due, now - sent);
      } catch (IOException failed) {
        stats.failed(NetFailure.of(failed).title());
        context.pause(AFTER_FAILURE);
      }
    }
    return true;
  }

  private boolean tell(JobContext context) throws InterruptedException {
    try {
      while (!context.isCancelled()) {
        LoadReport now = report();
        context.progress(
            now.answers() + now.failures(),
            plan.requests().orElse(Progress.UNKNOWN),
            Progress.Unit.ITEMS);
        context.pause(TICK);
      }
    } catch (InterruptedException | CancellationException over) {
      return true;
    }
    return true;
  }
}
