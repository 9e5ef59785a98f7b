package org.wirebench.testkit;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.ClickRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.robot.MoveRobot;
import org.testfx.robot.SleepRobot;
import org.testfx.robot.TypeRobot;
import org.testfx.robot.impl.ClickRobotImpl;
import org.testfx.robot.impl.MoveRobotImpl;
import org.testfx.robot.impl.TypeRobotImpl;
import org.testfx.service.query.PointQuery;
import org.testfx.util.NodeQueryUtils;

/**
 * The keyboard and the mouse of a user who looks after each stroke what became of it. The robot of
 * TestFX sleeps instead, five times 10 ms after each key that goes down or up, and looks where
 * things are while the FX thread may be moving them.
 */
final class QuickRobot extends FxRobot {
  private final MouseRobot mouse = new Mouse(robotContext().getMouseRobot());
  private final KeyboardRobot keyboard = new Keyboard(robotContext().getKeyboardRobot());
  private final TypeRobot types = new TypeRobotImpl(keyboard, new Awake());
  private final MoveRobot moves =
      new MoveRobotImpl(robotContext().getBaseRobot(), mouse, robotContext().getSleepRobot());
  private final ClickRobot clicks =
      new ClickRobotImpl(mouse, moves, robotContext().getSleepRobot());

  /** Lets go of all keys and buttons, and moves the mouse into the corner of the screen. */
  void rest() {
    keyboard.releaseNoWait();
    mouse.releaseNoWait();
    mouse.moveNoWait(Point2D.ZERO);
  }

  /** Has no reason to sleep. */
  private static final class Awake implements SleepRobot {
    @Override
    public void sleep(long milliseconds) {}

    @Override
    public void sleep(long duration, TimeUnit unit) {}
  }

  private record Mouse(MouseRobot hand) implements MouseRobot {
    @Override
    public void press(MouseButton... buttons) {
      hand.pressNoWait(buttons);
      Fx.settle();
    }

    @Override
    public void pressNoWait(MouseButton... buttons) {
      hand.pressNoWait(buttons);
    }

    @Override
    public Set<MouseButton> getPressedButtons() {
      return hand.getPressedButtons();
    }

    @Override
    public void release(MouseButton... buttons) {
      hand.releaseNoWait(buttons);
      Fx.settle();
    }

    @Override
    public void releaseNoWait(MouseButton... buttons) {
      hand.releaseNoWait(buttons);
    }

    @Override
    public void move(Point2D location) {
      hand.moveNoWait(location);
      Fx.settle();
    }

    @Override
    public void moveNoWait(Point2D location) {
      hand.moveNoWait(location);
    }

    @Override
    public void scroll(int amount) {
      hand.scrollNoWait(amount);
      Fx.settle();
    }

    @Override
    public void scrollNoWait(int amount) {
      hand.scrollNoWait(amount);
    }
  }

  private record Keyboard(KeyboardRobot hand) implements KeyboardRobot {
    @Override
    public void press(KeyCode... keys) {
      for (KeyCode key : keys) {
        hand.pressNoWait(key);
        Fx.settle();
      }
    }

    @Override
    public void pressNoWait(KeyCode... keys) {
      hand.pressNoWait(keys);
    }

    @Override
    public Set<KeyCode> getPressedKeys() {
      return hand.getPressedKeys();
    }

    @Override
    public void release(KeyCode... keys) {
      hand.releaseNoWait(keys);
      Fx.settle();
    }

    @Override
    public void releaseNoWait(KeyCode... keys) {
      hand.releaseNoWait(keys);
    }
  }

  /** A place that is looked up on the FX thread: elsewhere it would get in the way of a layout. */
  private record Place(PointQuery of) implements PointQuery {
    @Override
    public Point2D getPosition() {
      return of.getPosition();
    }

    @Override
    public Point2D getOffset() {
      return of.getOffset();
    }

    @Override
    public PointQuery atPosition(Point2D position) {
      return new Place(of.atPosition(position));
    }

    @Override
    public PointQuery atPosition(double x, double y) {
      return new Place(of.atPosition(x, y));
    }

    @Override
    public PointQuery atPosition(Pos position) {
      return new Place(of.atPosition(position));
    }

    @Override
    public PointQuery atOffset(Point2D offset) {
      return new Place(of.atOffset(offset));
    }

    @Override
    public PointQuery atOffset(double x, double y) {
      return new Place(of.atOffset(x, y));
    }

    /** What has just come to be seen finds its place with the next layout. */
    @Override
    public Point2D query() {
      Fx.settle();
      return Fx.call(of::query);
    }

    @Override
    public PointQuery onNode(Node node) {
      return new Place(of.onNode(node));
    }

    @Override
    public Optional<Motion> queryMotion() {
      return Fx.call(of::queryMotion);
    }
  }

  @Override
  public PointQuery point(Node node) {
    return new Place(Fx.call(() -> super.point(node)));
  }

  @Override
  public PointQuery point(String query) {
    return new Place(Fx.call(() -> super.point(query)));
  }

  /** Looks until it is there, as a user would, and laid out. */
  private Node seen(String query) {
    Fx.until(() -> visible(query).isPresent());
    Fx.settle();
    return Fx.call(() -> visible(query).orElseThrow());
  }

  private Optional<Node> visible(String query) {
    return lookup(query).match(NodeQueryUtils.isVisible()).tryQuery();
  }

  @Override
  public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
    return clickOn(seen(query), motion, buttons);
  }

  @Override
  public FxRobot rightClickOn(String query, Motion motion) {
    return rightClickOn(seen(query), motion);
  }

  @Override
  public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
    return doubleClickOn(seen(query), motion, buttons);
  }

  @Override
  public FxRobot moveTo(String query, Motion motion) {
    Node node = seen(query);
    return moveTo(node, Pos.CENTER, Point2D.ZERO, motion);
  }

  @Override
  public FxRobot drag(String query, MouseButton... buttons) {
    return drag(seen(query), buttons);
  }

  @Override
  public FxRobot dropTo(String query) {
    return dropTo(seen(query));
  }

  @Override
  public FxRobot interact(Runnable action) {
    Fx.run(action);
    Fx.settle();
    return this;
  }

  @Override
  public <T> FxRobot interact(Callable<T> action) {
    T _ = Fx.call(action);
    Fx.settle();
    return this;
  }

  @Override
  public FxRobot push(KeyCode... keys) {
    types.push(keys);
    return this;
  }

  @Override
  public FxRobot push(KeyCodeCombination keys) {
    types.push(keys);
    return this;
  }

  @Override
  public FxRobot type(KeyCode... keys) {
    types.type(keys);
    return this;
  }

  @Override
  public FxRobot type(KeyCode key, int times) {
    types.type(key, times);
    return this;
  }

  @Override
  public FxRobot write(char character) {
    KeyCode key =
        switch (character) {
          case '\n' -> KeyCode.ENTER;
          case '\t' -> KeyCode.TAB;
          default -> KeyCode.UNDEFINED;
        };
    Scene focused =
        Fx.call(
            () ->
                Window.getWindows().stream()
                    .filter(Window::isFocused)
                    .map(Window::getScene)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no window has the keyboard")));
    robotContext().getBaseRobot().typeKeyboard(focused, key, Character.toString(character));
    Fx.settle();
    return this;
  }

  @Override
  public FxRobot write(String text) {
    text.chars().forEach(character -> write((char) character));
    return this;
  }

  @Override
  public FxRobot press(KeyCode... keys) {
    keyboard.press(keys);
    return this;
  }

  @Override
  public FxRobot release(KeyCode... keys) {
    keyboard.release(keys);
    return this;
  }

  @Override
  public FxRobot press(MouseButton... buttons) {
    mouse.press(buttons);
    return this;
  }

  @Override
  public FxRobot release(MouseButton... buttons) {
    mouse.release(buttons);
    return this;
  }

  @Override
  public FxRobot clickOn(MouseButton... buttons) {
    clicks.clickOn(buttons);
    return this;
  }

  @Override
  public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
    clicks.clickOn(place, motion, buttons);
    return this;
  }

  @Override
  public FxRobot doubleClickOn(MouseButton... buttons) {
    clicks.doubleClickOn(buttons);
    return this;
  }

  @Override
  public FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
    clicks.doubleClickOn(place, motion, buttons);
    return this;
  }

  @Override
  public FxRobot moveTo(PointQuery place, Motion motion) {
    moves.moveTo(place, motion);
    return this;
  }

  @Override
  public FxRobot moveBy(double x, double y, Motion motion) {
    moves.moveBy(x, y, motion);
    return this;
  }
}
