package org.wirebench.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Waits, frame by frame, until something is true and the window has drawn it. FX thread only. */
final class FrameWait extends AnimationTimer {
  /** Layout, style and what was asked for later: each may take a frame. */
  private static final int SETTLE = 4;

  private final BooleanSupplier condition;
  private final CompletableFuture<Boolean> result = new CompletableFuture<>();
  private final long limitNanos;
  private long began;
  private int settled;

  private FrameWait(BooleanSupplier condition, long limitNanos) {
    this.condition = condition;
    this.limitNanos = limitNanos;
  }

  /**
   * Completes with true when the condition held for some frames, with false when time is up, and
   * with what the condition throws.
   */
  static CompletableFuture<Boolean> until(BooleanSupplier condition, long limitNanos) {
    FrameWait wait = new FrameWait(condition, limitNanos);
    wait.start();
    return wait.result;
  }

  @Override
  public void handle(long now) {
    began = began == 0 ? now : began;
    try {
      settled = condition.getAsBoolean() ? settled + 1 : 0;
    } catch (RuntimeException | Error defect) {
      stop();
      result.completeExceptionally(defect);
      return;
    }
    if (settled > SETTLE || now - began > limitNanos) {
      stop();
      result.complete(settled > 0);
    }
  }
}
