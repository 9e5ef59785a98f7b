package org.wirebench.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The clock of the machine. Each timer is one sleeping virtual thread, which costs a few hundred
 * bytes.
 */
final class SystemClock implements JobClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    AtomicBoolean taken = new AtomicBoolean();
    Thread thread =
        Thread.ofVirtual()
            .name("timer")
            .start(
                () -> {
                  try {
                    Thread.sleep(delay);
                  } catch (InterruptedException cancelled) {
                    return;
                  }
                  if (taken.compareAndSet(false, true)) {
                    action.run();
                  }
                });
    return () -> {
      if (taken.compareAndSet(false, true)) {
        thread.interrupt();
      }
    };
  }

  @Override
  public void pause(Duration delay) throws InterruptedException {
    Thread.sleep(delay);
  }
}
