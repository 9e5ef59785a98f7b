package org.wirebench.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.wirebench.fx.Action;
import org.wirebench.fx.ToolView;

/**
 * Brings keys to actions: those of the window first, then those of the shown tab and of the dock,
 * of which that one comes first in which the keyboard is.
 */
final class Shortcuts {
  private final Shell shell;
  private final List<Action> actions;
  private final TabsViewModel tabs;
  private final TabViews views;

  Shortcuts(Shell shell, List<Action> actions, TabsViewModel tabs, TabViews views) {
    this.shell = shell;
    this.actions = actions;
    this.tabs = tabs;
    this.views = views;
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // Only where nobody nearer had a use for it: a menu, a field, a selection.
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
  }

  private void pressed(KeyEvent event) {
    if (shell.view().palette().isVisible()) {
      return;
    }
    List<Action> ofDock = shell.view().dockActions();
    boolean inDock = shell.view().isDockFocused();
    if (fire(actions, event)
        || (inDock && fire(ofDock, event))
        || fire(ofTab(), event)
        || (!inDock && fire(ofDock, event))) {
      event.consume();
    }
  }

  private List<Action> ofTab() {
    return tabs.selected().flatMap(views::known).map(ToolView::actions).orElse(List.of());
  }

  /** Does the first of them that has these keys; false where none has. */
  static boolean fire(List<Action> among, KeyEvent event) {
    for (Action action : among) {
      KeyCombination keys = action.shortcut();
      if (keys != null && keys.match(event)) {
        action.fire();
        return true;
      }
    }
    return false;
  }

  private void escape(KeyEvent event) {
    // Whoever looks at the traffic of a connection does not mean to end it.
    boolean meant = !event.isConsumed() && !shell.view().isDockFocused();
    if (event.getCode() == KeyCode.ESCAPE && meant) {
      tabs.selected().flatMap(views::known).ifPresent(ToolView::cancel);
    }
  }
}
