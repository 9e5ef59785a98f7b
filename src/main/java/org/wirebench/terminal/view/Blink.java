package org.wirebench.terminal.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.FxJobs;

/**
 * The rhythm in which the cursor and text that blinks are seen, and then are not. It rests, and all
 * is seen, when nothing has happened for a while, so that an idle terminal costs nothing. FX thread
 * only.
 */
final class Blink {
  /** How long it is seen, and then is not. */
  static final Duration HALF = Duration.ofMillis(530);

  private final FxJobs jobs;
  private final Runnable changed;
  private boolean wanted;
  private boolean dark;
  private Instant last = Instant.MIN;
  private JobClock.@Nullable Timer timer;

  /**
   * @param changed is run when what blinks is to be drawn otherwise
   */
  Blink(FxJobs jobs, Runnable changed) {
    this.jobs = jobs;
    this.changed = changed;
  }

  /** Whether there is something that blinks, in this frame. */
  void take(boolean blinks) {
    wanted = blinks;
    if (wanted && isAwake() && timer == null) {
      await();
    }
  }

  private void await() {
    timer = jobs.after(HALF, this::turn);
  }

  private boolean isAwake() {
    return last.isAfter(jobs.clock().now().minus(CaretRest.AFTER));
  }

  private void turn() {
    timer = null;
    dark = !dark && wanted && isAwake();
    if (dark) {
      // What is not seen is seen again, whatever the next frame brings.
      await();
    }
    changed.run();
  }

  /** A key was pressed, or the like: everything is to be seen now. */
  void awake() {
    stir();
    stop();
  }

  /** Something that blinks was written. */
  void stir() {
    last = jobs.clock().now();
  }

  /** Whether what blinks is not to be seen now. */
  boolean isDark() {
    return dark;
  }

  /** Waits for nothing any more, and shows all. */
  void stop() {
    dark = false;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
