package org.wirebench.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Says why a control cannot be used, where the mouse rests on it. A disabled control gets no mouse
 * events and shows no tooltip of its own, so the scene does it.
 */
public final class DisabledReasons {
  private static final Object KEY = DisabledReasons.class;
  private static final double BELOW = 16;

  private final Tooltip tip = new Tip();
  private @Nullable Node shownFor;

  private DisabledReasons() {}

  /** Has {@code control} say {@code reason} while it is disabled; nothing for an empty reason. */
  public static void say(Node control, String reason) {
    if (reason.isEmpty()) {
      control.getProperties().remove(KEY);
    } else {
      control.getProperties().put(KEY, reason);
      control.setAccessibleHelp(reason);
    }
  }

  /** Shows the reasons of the controls of {@code scene}. */
  public static void install(Scene scene) {
    DisabledReasons reasons = new DisabledReasons();
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, reasons::moved);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, reasons::moved);
    scene.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> reasons.hide());
  }

  private void moved(MouseEvent event) {
    Node under = event.getPickResult().getIntersectedNode();
    Node disabled = under == null ? null : disabledAt(under, event.getSceneX(), event.getSceneY());
    if (disabled == null) {
      hide();
    } else if (disabled != shownFor) {
      shownFor = disabled;
      tip.setText(String.valueOf(disabled.getProperties().get(KEY)));
      tip.show(disabled, event.getScreenX(), event.getScreenY() + BELOW);
    }
  }

  /** Disabled nodes are not picked, so they are looked for in what lies below them. */
  private static @Nullable Node disabledAt(Node node, double x, double y) {
    if (!node.isVisible() || !node.localToScene(node.getLayoutBounds()).contains(x, y)) {
      return null;
    }
    if (node.isDisable() && node.getProperties().containsKey(KEY)) {
      return node;
    }
    List<Node> children =
        node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    for (Node child : children) {
      Node found = disabledAt(child, x, y);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void hide() {
    if (shownFor != null) {
      shownFor = null;
      tip.hide();
    }
  }
}
