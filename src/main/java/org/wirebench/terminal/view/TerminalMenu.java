package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.MenuKeys;

/** The context menu of a terminal; a right click that the program wants does not open it. */
final class TerminalMenu {
  private static final Messages TEXT = Messages.of(TerminalMenu.class);

  private final TerminalView view;
  private final TerminalSkin skin;
  private final LinkHover hover;
  private final ContextMenu menu = new ContextMenu();
  private boolean ofProgram;

  private TerminalMenu(TerminalView view, TerminalSkin skin, LinkHover hover) {
    this.view = view;
    this.skin = skin;
    this.hover = hover;
  }

  /**
   * Gives the terminal its menu, before any other handler of keys: those that open it are nothing
   * for the program.
   *
   * @param hover the link below the mouse
   */
  static void install(TerminalView view, TerminalSkin skin, LinkHover hover) {
    TerminalMenu menu = new TerminalMenu(view, skin, hover);
    // A menu without an item does not open, and has none to show.
    menu.menu.getItems().add(new SeparatorMenuItem());
    menu.menu.setOnShowing(_ -> menu.menu.getItems().setAll(menu.items()));
    menu.menu.setOnHidden(_ -> menu.hidden());
    view.setContextMenu(menu.menu);
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, menu::pressed);
    view.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::requested);
    MenuKeys.install(view, menu::besideCursor);
  }

  private void hidden() {
    // Its keys are those of the terminal that has the focus now, and of no other.
    menu.getItems().setAll(new SeparatorMenuItem());
    if (!view.isHover()) {
      hover.set(null);
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) {
      ofProgram = MouseReports.isWanted(view.terminal(), event);
    }
  }

  private void requested(ContextMenuEvent event) {
    if (ofProgram && !event.isKeyboardTrigger()) {
      event.consume();
    }
  }

  private Bounds besideCursor() {
    double height = skin.metrics().height();
    double low = Math.max(0, view.getHeight() - height);
    // Where the cursor was scrolled away, at the edge that is nearest to it.
    double top = Math.clamp(skin.cursor().getY(), 0, low);
    return new BoundingBox(skin.cursor().getX(), top, skin.metrics().width(), height);
  }

  private List<MenuItem> items() {
    boolean selected = view.selection().property().get() != null;
    boolean pastes = view.connection().isOpen() && Clipboard.getSystemClipboard().hasString();
    List<MenuItem> items = new ArrayList<>();
    items.add(item(TEXT.get("terminal.menu.copy"), "Ctrl+Shift+C", selected, view::copy));
    items.add(item(TEXT.get("terminal.menu.html"), "", selected, view::copyHtml));
    items.add(item(TEXT.get("terminal.menu.paste"), "Ctrl+Shift+V", pastes, view::paste));
    items.add(new SeparatorMenuItem());
    TerminalLink over = hover.linkProperty().get();
    if (over != null) {
      boolean opens = view.opener().opens(over);
      items.add(item(TEXT.get("terminal.menu.open"), "", opens, () -> view.opener().open(over)));
      items.add(item(TEXT.get("terminal.menu.address"), "", true, () -> copy(over)));
      items.add(new SeparatorMenuItem());
    }
    boolean links = skin.links().hasLinks();
    // When the menu is gone, since the link is then shown on.
    Runnable goToLinks = () -> view.jobs().later(view::goToLinks);
    items.add(item(TEXT.get("terminal.links"), LinkKeys.KEYS.getName(), links, goToLinks));
    items.add(item(TEXT.get("terminal.menu.all"), "Ctrl+Shift+A", true, view::selectAll));
    items.add(new SeparatorMenuItem());
    items.addAll(sizes());
    return items;
  }

  private List<MenuItem> sizes() {
    double zoom = view.zoomProperty().get();
    boolean grows = zoom < TerminalLooks.LARGEST_ZOOM;
    boolean shrinks = zoom > TerminalLooks.SMALLEST_ZOOM;
    Runnable usual = () -> view.zoomProperty().set(1);
    return List.of(
        item(
            TEXT.get("terminal.menu.larger"),
            "Ctrl+Plus",
            grows,
            () -> view.looks().zoomBy(TerminalLooks.ZOOM_STEP)),
        item(
            TEXT.get("terminal.menu.smaller"),
            "Ctrl+Minus",
            shrinks,
            () -> view.looks().zoomBy(1 / TerminalLooks.ZOOM_STEP)),
        item(TEXT.get("terminal.menu.usual"), "Ctrl+0", zoom != 1, usual));
  }

  private static MenuItem item(String text, String keys, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(text);
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(!enabled);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** What the program wrote, but for what is not seen: it may be pasted into a shell. */
  private static void copy(TerminalLink link) {
    TerminalClipboard.put(Escapes.display(link.address()));
  }
}
