package org.wirebench.shell;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
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

  /** Where it came to be instead of {@link #asked}: it shall not move by this at each start. */
  private Session.@Nullable Place given;

  private Session.@Nullable Place asked;

  /** Whether it is maximised, or was, and may not have been given its size back. */
  private boolean large;

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
    stage.maximizedProperty().subscribe(this::maximised);
    // What it is asked for until then counts; the window manager has not had its say yet.
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> want(here()));
    quiet.setOnFinished(_ -> settled());
  }

  private void maximised(boolean now) {
    large |= now;
    quiet.playFromStart();
  }

  private void settled() {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    Session.Place here = here();
    if (here.maximized()) {
      wanted = null;
      keep(with(last == null ? here : last, true));
    } else if (!isAskedAgain(here)) {
      keep(asAsked(here));
    }
  }

  private void keep(Session.Place place) {
    if (!place.equals(last)) {
      last = place;
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

  /** Whether it was maximised, and still is as large as that. */
  private boolean isStillLarge(Session.Place here) {
    return large && fills(here, screen(here));
  }

  private static boolean fills(Session.Place here, Rectangle2D screen) {
    return Math.abs(here.width() - screen.getWidth()) < FRAME
        && Math.abs(here.height() - screen.getHeight()) < FRAME;
  }

  /** That of its middle, without what the system keeps for itself. */
  private static Rectangle2D screen(Session.Place here) {
    return Screen.getScreensForRectangle(
            here.x() + here.width() / 2.0, here.y() + here.height() / 2.0, 1, 1)
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }

  /** Asks again for what it was not given; false when there is nothing to ask for. */
  private boolean isAskedAgain(Session.Place here) {
    boolean stillLarge = isStillLarge(here);
    large = false;
    if (stillLarge && last != null) {
      put(with(last, false));
      return true;
    }
    if (wanted != null && !isAt(here, wanted) && attempts > 0) {
      attempts--;
      // Not the size, which may have been changed on purpose meanwhile.
      stage.setX(wanted.x());
      stage.setY(wanted.y());
      quiet.playFromStart();
      return true;
    }
    return false;
  }

  private static boolean isAt(Session.Place here, Session.@Nullable Place there) {
    return there != null && here.x() == there.x() && here.y() == there.y();
  }

  /** As it is to be asked for the next time, while it stands where it was put instead. */
  private Session.Place asAsked(Session.Place here) {
    if (wanted != null && !isAt(here, wanted)) {
      given = here;
      asked = wanted;
    }
    wanted = null;
    return asked != null && isAt(here, given)
        ? new Session.Place(asked.x(), asked.y(), here.width(), here.height(), false)
        : here;
  }

  /** Where it is; maximised at once, since a program that ends does not wait until it is quiet. */
  Optional<Session.Place> now() {
    return Optional.ofNullable(last).map(place -> with(place, stage.isMaximized()));
  }

  /** Puts the window where it was, if there is still a screen there; else it fits the screen. */
  void restore(Optional<Session.Place> place) {
    last = place.orElse(null);
    Optional<Session.Place> known = place.filter(WindowPlace::isOnScreen);
    put(known.orElseGet(WindowPlace::centred));
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
    wanted = place;
    attempts = ATTEMPTS;
    quiet.playFromStart();
  }

  private void put(Session.Place place) {
    want(place);
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
