package org.wirebench.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Session;

/** Where the main window is, and was. */
final class WindowPlace {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /** Room for the frame that is put around it, whose size is known too late. */
  private static final double FRAME = 48;

  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 420;

  private final Stage stage;
  private Session.@Nullable Place last;

  /** A window that begins maximised has no other size that the system would give it back. */
  private Session.@Nullable Place kept;

  WindowPlace(Stage stage, Runnable changed) {
    this.stage = stage;
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    for (var property :
        List.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      property.addListener((_, _, _) -> moved(changed));
    }
    stage
        .maximizedProperty()
        .addListener(
            (_, _, big) -> {
              if (!big && kept != null) {
                put(kept);
                kept = null;
              }
              moved(changed);
            });
  }

  private void moved(Runnable changed) {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    Session.Place before = last;
    boolean big = stage.isMaximized();
    last =
        big && before != null
            ? new Session.Place(before.x(), before.y(), before.width(), before.height(), true)
            : new Session.Place(
                (int) stage.getX(),
                (int) stage.getY(),
                (int) stage.getWidth(),
                (int) stage.getHeight(),
                big);
    if (!last.equals(before)) {
      changed.run();
    }
  }

  Optional<Session.Place> now() {
    return Optional.ofNullable(last);
  }

  /** Puts the window where it was, if there is still a screen there; else it fits the screen. */
  void restore(Optional<Session.Place> place) {
    last = place.orElse(null);
    if (place.isPresent() && isOnScreen(place.get())) {
      Session.Place was = place.get();
      put(was);
      kept = was.maximized() ? was : null;
      stage.setMaximized(was.maximized());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      double width = Math.min(WIDTH, screen.getWidth() - FRAME);
      double height = Math.min(HEIGHT, screen.getHeight() - FRAME);
      // Said outright, since window managers place a window of unknown size where they like.
      stage.setX(screen.getMinX() + Math.floor((screen.getWidth() - width) / 2));
      stage.setY(screen.getMinY() + Math.floor((screen.getHeight() - height) / 2));
      stage.setWidth(width);
      stage.setHeight(height);
    }
  }

  private void put(Session.Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(Math.max(SMALLEST_WIDTH, place.width()));
    stage.setHeight(Math.max(SMALLEST_HEIGHT, place.height()));
  }

  private static boolean isOnScreen(Session.Place place) {
    return !Screen.getScreensForRectangle(
            place.x() + place.width() / 4.0,
            place.y(),
            place.width() / 2.0,
            Math.min(100, place.height()))
        .isEmpty();
  }
}
