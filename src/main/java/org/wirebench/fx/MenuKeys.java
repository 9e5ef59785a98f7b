package org.wirebench.fx;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Opens the context menu of a control with the menu key and Shift+F10: not every system does. */
public final class MenuKeys {
  private MenuKeys() {}

  /**
   * Has those keys open the context menu that the control has when they are pressed.
   *
   * @param beside what the menu is about: it opens below its left end; in the control
   */
  public static void install(Control control, Supplier<Bounds> beside) {
    control.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          ContextMenu menu = control.getContextMenu();
          if (menu != null && isMenuKey(event)) {
            Bounds at = control.localToScreen(beside.get());
            menu.show(control, at.getMinX(), at.getMaxY());
            event.consume();
          }
        });
  }

  private static boolean isMenuKey(KeyEvent event) {
    return event.getCode() == KeyCode.CONTEXT_MENU
        || (event.getCode() == KeyCode.F10 && event.isShiftDown());
  }
}
