package org.wirebench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javafx.animation.AnimationTimer;

/**
 * Measures the time from one frame to the next, and how much of it the FX thread worked: the rest
 * it waited, for the next frame or for a processor. FX thread only.
 */
final class FrameMeter extends AnimationTimer {
  private final Runnable eachFrame;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long last;
  private long lastWork;
  private long mostWork;
  private long longest;
  private long frames;

  FrameMeter(Runnable eachFrame) {
    this.eachFrame = eachFrame;
  }

  @Override
  public void handle(long ignored) {
    // Not the time of the pulse, which is the one when it should have been.
    long now = System.nanoTime();
    long work = threads.getCurrentThreadCpuTime();
    if (last != 0) {
      mostWork = Math.max(mostWork, work - lastWork);
      longest = Math.max(longest, now - last);
      frames++;
    }
    last = now;
    lastWork = work;
    eachFrame.run();
  }

  /** Forgets what it measured. */
  void reset() {
    last = 0;
    longest = 0;
    mostWork = 0;
    frames = 0;
  }

  /** The longest time between two frames, in milliseconds. */
  double longest() {
    return longest / 1e6;
  }

  /** The most that the FX thread worked from one frame to the next, in milliseconds. */
  double mostWork() {
    return mostWork / 1e6;
  }

  long frames() {
    return frames;
  }
}
