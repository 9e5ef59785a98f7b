package org.wirebench.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The one way from other threads to the FX thread.
 *
 * <p>Pulses that changed wait in a queue, which is emptied once per frame. The frames are asked for
 * while there is something to deliver and no longer, so that an idle window costs nothing.
 */
final class FxThread {
  private final Consumer<Throwable> faults;
  private final Queue<Pulse> dirty = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Frames frames = new Frames();

  FxThread(Consumer<Throwable> faults) {
    this.faults = faults;
  }

  void later(Runnable action) {
    Platform.runLater(() -> guarded(action));
  }

  void wake(Pulse pulse) {
    dirty.add(pulse);
    if (awake.compareAndSet(false, true)) {
      Platform.runLater(frames::start);
    }
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error defect) {
      faults.accept(defect);
    }
  }

  private final class Frames extends AnimationTimer {
    @Override
    public void handle(long now) {
      Pulse pulse = dirty.poll();
      if (pulse == null) {
        sleep();
        return;
      }
      // What changes again meanwhile is delivered with the next frame: one round, then out.
      for (int left = dirty.size(); pulse != null; pulse = left-- > 0 ? dirty.poll() : null) {
        Pulse one = pulse;
        guarded(one::deliver);
      }
    }

    private void sleep() {
      stop();
      awake.set(false);
      // Whoever came between the last look and this line found it awake and did not wake it.
      if (!dirty.isEmpty() && awake.compareAndSet(false, true)) {
        start();
      }
    }
  }
}
