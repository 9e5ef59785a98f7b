package org.wirebench.core.net;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.wirebench.core.job.JobClock;

/** A time limit on several steps; when it is over, what they block in is ended. */
final class TimeLimit implements AutoCloseable {
  private final Duration length;
  private final JobClock.Timer timer;
  private final Set<Runnable> actions = new HashSet<>();
  private boolean expired;

  TimeLimit(JobClock clock, Duration length) {
    this.length = length;
    this.timer = clock.schedule(length, this::expire);
  }

  Duration length() {
    return length;
  }

  synchronized boolean expired() {
    return expired;
  }

  /** Has {@code action} run when the time is up, at once if it is. It must not block or throw. */
  void onExpiry(Runnable action) {
    synchronized (this) {
      if (!expired) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  private void expire() {
    Set<Runnable> due;
    synchronized (this) {
      expired = true;
      due = Set.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /**
   * Everything was done; the actions are not run any more.
   *
   * @return whether that was in time
   */
  synchronized boolean stop() {
    timer.cancel();
    actions.clear();
    return !expired;
  }

  @Override
  public void close() {
    boolean _ = stop();
  }
}
