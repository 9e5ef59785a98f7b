package org.wirebench.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Runs parts of tests on the FX thread, with the headless platform. */
public final class Fx {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Fx() {}

  /** Starts the toolkit, if it does not run yet. */
  public static void start() throws TimeoutException {
    var _ = FxToolkit.registerPrimaryStage();
  }

  /** What {@code action} brings, on the FX thread. */
  public static <T> T call(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action);
  }

  /** Runs {@code action} on the FX thread and waits for its end. */
  public static void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action);
  }

  /** Waits until {@code condition} holds on the FX thread. */
  public static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).until(() -> call(condition));
  }
}
