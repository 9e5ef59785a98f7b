package org.wirebench.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;

/** The size of all text in all windows: changed by keys, and by the wheel while Ctrl is held. */
final class TextSize {
  private static final Messages TEXT = Messages.of(TextSize.class);
  private static final int STEP = 10;

  /** What one notch of a wheel turns, in pixels; a touchpad does as much little by little. */
  private static final double NOTCH = 40;

  private final Desk desk;
  private double turned;

  TextSize(Desk desk) {
    this.desk = desk;
  }

  /** Larger, smaller, as at first. */
  List<Action> actions() {
    return List.of(
        Action.of(TEXT.get("action.larger"), Feather.ZOOM_IN, () -> change(STEP)).on(Keys.LARGER),
        Action.of(TEXT.get("action.smaller"), Feather.ZOOM_OUT, () -> change(-STEP))
            .on(Keys.SMALLER),
        Action.of(
                TEXT.get("action.normal"), Feather.TYPE, () -> set(Settings.DEFAULT.fontPercent()))
            .on(Keys.NORMAL));
  }

  /** Has the wheel change it in a window. */
  void listenIn(Scene scene) {
    scene.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
  }

  private void scrolled(ScrollEvent event) {
    if (!event.isShortcutDown()) {
      turned = 0;
      return;
    }
    event.consume();
    // What rolls on after the fingers have left the touchpad is not meant.
    if (!event.isInertia()) {
      turned += event.getDeltaY();
      int notches = (int) (turned / NOTCH);
      turned -= notches * NOTCH;
      change(notches * STEP);
    }
  }

  private void change(int by) {
    int now = desk.settings().getValue().fontPercent();
    set(Math.clamp((long) now + by, Settings.SMALLEST_FONT, Settings.LARGEST_FONT));
  }

  private void set(int percent) {
    desk.set(desk.settings().getValue().withFontPercent(percent));
  }
}
