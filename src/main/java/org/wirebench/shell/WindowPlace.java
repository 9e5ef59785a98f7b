package org.wirebench.shell;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Session;

/**
 * Where the main window is, and was.
 *
 * <p>A window manager tells in its own order, and late, how large the frame is, where the window
 * went and whether it is maximised; JavaFX on X11 has been seen to answer a frame that is not in
 * its place yet by moving the window there. So nothing is believed before it has been quiet for a
 * moment, and what was asked for is then asked for again.
 */
final class WindowPlace {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /** Room for the frame that is put around it, whose size is known too late. */
  private static final double FRAME = 48;

  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 420;

  /** A window manager that has its own mind is not fought with. */
  private static final int ATTEMPTS = 3;

  private final Stage stage;
  private final Runnable changed;
  private final PauseTransition quiet = new PauseTransition(Duration.millis(200));

  private Session.@Nullable Place last;

  /** Where it shall be. */
  private Session.@Nullable Place wanted;

  private int attempts;

  /** Where it came to be instead, so that it does not move by the difference at each start. */
  private Session.@Nullable Place given;

  /** How large it is, or was, while it is maximised. */
  private @Nullable Dimension2D large;

  WindowPlace(Stage stage, Runnable changed) {
    this.stage = stage;
    this.changed = changed;
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    for (var property :
        List.of(
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
      property.subscribe(quiet::playFromStart);
    }
    stage.maximizedProperty().subscribe(quiet::playFromStart);
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> quiet.playFromStart());
    quiet.setOnFinished(_ -> settled());
  }

  private void settled() {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    Session.Place before = last;
    Session.Place here = here();
    if (here.maximized()) {
      large = new Dimension2D(here.width(), here.height());
      wanted = null;
      last = with(before == null ? here : before, true);
    } else {
      if (last != null && isStillLarge(here)) {
        want(with(last, false));
      }
      large = null;
      if (isMisplaced(here) && attempts > 0) {
        putAgain();
        return;
      }
      last = normal(here);
    }
    if (!last.equals(before)) {
      changed.run();
    }
  }

  private Session.Place here() {
    return new Session.Place(
        (int) stage.getX(),
        (int) stage.getY(),
        (int) stage.getWidth(),
        (int) stage.getHeight(),
        stage.isMaximized());
  }

  private static Session.Place with(Session.Place place, boolean maximised) {
    return new Session.Place(place.x(), place.y(), place.width(), place.height(), maximised);
  }

  /** Whether it is maximised no more and was not given its size back. */
  private boolean isStillLarge(Session.Place here) {
    return large != null
        && Math.abs(here.width() - large.getWidth()) < FRAME
        && Math.abs(here.height() - large.getHeight()) < FRAME;
  }

  private boolean isMisplaced(Session.Place here) {
    return wanted != null && !here.equals(wanted);
  }

  /** What is remembered of a place where it stays. */
  private Session.Place normal(Session.Place here) {
    if (isMisplaced(here)) {
      given = here;
      last = wanted;
    }
    wanted = null;
    return last != null && here.equals(given) ? with(last, false) : here;
  }

  Optional<Session.Place> now() {
    return Optional.ofNullable(last);
  }

  /** Puts the window where it was, if there is still a screen there; else it fits the screen. */
  void restore(Optional<Session.Place> place) {
    last = place.orElse(null);
    Optional<Session.Place> known = place.filter(WindowPlace::isOnScreen);
    want(known.map(was -> with(was, false)).orElseGet(WindowPlace::centred));
    put();
    stage.setMaximized(known.isPresent() && known.get().maximized());
  }

  /** Said outright, since window managers place a window of unknown size where they like. */
  private static Session.Place centred() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(WIDTH, screen.getWidth() - FRAME);
    double height = Math.min(HEIGHT, screen.getHeight() - FRAME);
    return new Session.Place(
        (int) (screen.getMinX() + (screen.getWidth() - width) / 2),
        (int) (screen.getMinY() + (screen.getHeight() - height) / 2),
        (int) width,
        (int) height,
        false);
  }

  private void want(Session.Place place) {
    attempts = ATTEMPTS;
    wanted =
        new Session.Place(
            place.x(),
            place.y(),
            (int) Math.max(SMALLEST_WIDTH, place.width()),
            (int) Math.max(SMALLEST_HEIGHT, place.height()),
            false);
  }

  private void putAgain() {
    attempts--;
    put();
    quiet.playFromStart();
  }

  private void put() {
    if (wanted != null) {
      stage.setX(wanted.x());
      stage.setY(wanted.y());
      stage.setWidth(wanted.width());
      stage.setHeight(wanted.height());
    }
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
