package org.wirebench.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Runs parts of tests on the FX thread, with the headless platform. */
public final class Fx {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Longer than any frame takes. */
  private static final Duration FRAME = Duration.ofSeconds(1);

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

  /**
   * The keyboard and the mouse of a user, with no key down and the mouse in the corner. It is the
   * same for all tests: a headless window knows the robot that was there before it, and a robot the
   * last window that it was in, so that many robots would keep every window there ever was.
   */
  public static FxRobot robot() {
    try {
      start();
    } catch (TimeoutException late) {
      throw new IllegalStateException(late);
    }
    One.ROBOT.rest();
    return One.ROBOT;
  }

  private static final class One {
    static final QuickRobot ROBOT = new QuickRobot();
  }

  /**
   * Waits until what was asked of the FX thread is done, and the windows are laid out anew; not for
   * what other threads do.
   */
  public static void settle() {
    CountDownLatch laidOut = new CountDownLatch(1);
    Runnable listener = laidOut::countDown;
    List<Scene> scenes = call(() -> listen(listener));
    try {
      // A window that was closed meanwhile has no more frames.
      boolean _ = scenes.isEmpty() || laidOut.await(FRAME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    run(() -> scenes.forEach(scene -> scene.removePostLayoutPulseListener(listener)));
  }

  private static List<Scene> listen(Runnable listener) {
    List<Scene> scenes =
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .map(Window::getScene)
            .filter(Objects::nonNull)
            .toList();
    scenes.forEach(scene -> scene.addPostLayoutPulseListener(listener));
    Platform.requestNextPulse();
    return scenes;
  }
}
