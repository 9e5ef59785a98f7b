package org.wirebench.fx;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/**
 * Lets the caret of a text field stand still, visible, when nobody has typed or clicked for ten
 * seconds, as GTK does it: a blinking caret keeps the frames of the whole window going, and the
 * processor awake. It blinks again with the next key. That of a field that was left does not blink.
 */
public final class CaretRest {
  /** How long a caret blinks after the last input; the default of GTK's cursor-blink-timeout. */
  public static final java.time.Duration AFTER = java.time.Duration.ofSeconds(10);

  private static final Duration BLINK = Duration.millis(1000);

  // JavaFX hides a caret whose blinking is stopped; docs/decisions/0009 says why this is needed.
  private static final MethodHandle HIDE = hide();

  private final FxJobs jobs;
  private final Scene scene;
  private JobClock.Timer timer = () -> {};

  private CaretRest(FxJobs jobs, Scene scene) {
    this.jobs = jobs;
    this.scene = scene;
  }

  private static MethodHandle hide() {
    Class<?> skin = TextInputControlSkin.class;
    try {
      return MethodHandles.privateLookupIn(skin, MethodHandles.lookup())
          .findVirtual(skin, "setBlink", MethodType.methodType(void.class, boolean.class));
    } catch (ReflectiveOperationException another) {
      throw new IllegalStateException("this JavaFX blinks in another way", another);
    }
  }

  /** Has the caret of a code area blink only while it has the focus, which JavaFX does not. */
  public static void blink(CodeArea area) {
    ObservableValue<Boolean> shown =
        area.sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    Runnable look =
        () ->
            area.setCaretBlinkPeriod(area.isFocused() && shown.getValue() ? BLINK : Duration.ZERO);
    area.focusedProperty().subscribe(look);
    shown.subscribe(look);
    look.run();
  }

  /** Does so for all text fields of a window, for as long as it has the scene. */
  public static void install(FxJobs jobs, Scene scene) {
    CaretRest rest = new CaretRest(jobs, scene);
    scene.focusOwnerProperty().subscribe(rest::restart);
    scene.focusOwnerProperty().addListener((_, before, _) -> rest.left(before));
    scene.windowProperty().flatMap(Window::focusedProperty).subscribe(rest::restart);
    scene.addEventFilter(KeyEvent.ANY, _ -> rest.restart());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> rest.restart());
  }

  private void restart() {
    timer.cancel();
    switch (scene.getFocusOwner()) {
      case TextInputControl field -> timer = jobs.after(AFTER, () -> rest(field));
      case CodeArea area -> {
        if (!BLINK.equals(area.getCaretBlinkPeriod())) {
          area.setCaretBlinkPeriod(BLINK);
        }
        timer = jobs.after(AFTER, () -> rest(area));
      }
      case null, default -> {}
    }
  }

  /**
   * JavaFX moves the caret of a field that is left to its beginning, and has each caret that moved
   * blink, unseen and for ever. It does so after this was called, or before.
   */
  private void left(@Nullable Node before) {
    if (before instanceof TextInputControl field) {
      jobs.later(() -> still(field));
    }
  }

  private static void still(TextInputControl field) {
    if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(false);
    }
  }

  private static void rest(TextInputControl field) {
    if (field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(false);
      show(skin);
    }
  }

  /** A blinking that takes no time leaves the caret as it is: that has to be when it is seen. */
  private static void rest(CodeArea area) {
    Node caret = area.lookup(".caret");
    if (!area.isFocused() || caret == null) {
      return;
    }
    if (caret.isVisible()) {
      area.setCaretBlinkPeriod(Duration.ZERO);
      return;
    }
    Subscription[] waiting = new Subscription[1];
    waiting[0] =
        caret
            .visibleProperty()
            .subscribe(
                (_, seen) -> {
                  waiting[0].unsubscribe();
                  if (seen && area.isFocused()) {
                    area.setCaretBlinkPeriod(Duration.ZERO);
                  }
                });
  }

  private static void show(TextInputControlSkin<?> skin) {
    try {
      HIDE.invoke(skin, false);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
