package org.wirebench.terminal.view;

import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.RowColumn;

/**
 * Shows where the link below the mouse leads, and opens it with Ctrl. Only the address that was
 * shown before the click is opened: the program may put another one there meanwhile.
 */
final class TerminalLinks {
  private final TerminalView view;
  private final TerminalSkin skin;
  private final LinkHover hover;
  private final LinkLook look;
  private final Label label = new Label();
  private @Nullable TerminalLink pressed;
  private boolean ours;

  private TerminalLinks(TerminalView view, TerminalSkin skin, LinkHover hover) {
    this.view = view;
    this.skin = skin;
    this.hover = hover;
    this.look = new LinkLook(view.terminal(), skin.shown());
    label.setId("terminal-link");
    label.getStyleClass().add("terminal-link");
    label.setManaged(false);
    label.setMouseTransparent(true);
    label.setWrapText(true);
    label.setVisible(false);
  }

  /** Follows the mouse; gives the label that says where a link leads. */
  static Label install(TerminalView view, TerminalSkin skin, LinkHover hover) {
    TerminalLinks links = new TerminalLinks(view, skin, hover);
    hover.linkProperty().addListener((_, _, now) -> links.show(now));
    view.addEventHandler(MouseEvent.MOUSE_MOVED, links::moved);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> links.left());
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, links::pressed);
    view.addEventFilter(MouseEvent.MOUSE_DRAGGED, links::dragged);
    view.addEventFilter(MouseEvent.MOUSE_RELEASED, links::released);
    return links.label;
  }

  private void moved(MouseEvent event) {
    RowColumn cell = skin.cell(event.getX(), event.getY());
    if (!hover.has(cell)) {
      hover.set(look.at(cell));
    }
  }

  /** While the menu is open, where the link leads is still to be read. */
  private void left() {
    if (!view.getContextMenu().isShowing()) {
      hover.set(null);
    }
  }

  private void pressed(MouseEvent event) {
    TerminalLink before = hover.linkProperty().get();
    if (event.getButton() == MouseButton.SECONDARY) {
      // The menu is about what is there now.
      hover.set(look.at(skin.cell(event.getX(), event.getY())));
    }
    ours = false;
    if (event.getButton() != MouseButton.PRIMARY
        || !event.isShortcutDown()
        || MouseReports.isWanted(view.terminal(), event)) {
      return;
    }
    hover.set(look.at(skin.cell(event.getX(), event.getY())));
    TerminalLink now = hover.linkProperty().get();
    if (now != null && view.opener().opens(now)) {
      ours = true;
      pressed = now.equals(before) && event.getClickCount() == 1 ? now : null;
      view.requestFocus();
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    if (ours) {
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (!ours) {
      return;
    }
    ours = false;
    event.consume();
    TerminalLink link = pressed;
    boolean there = hover.has(skin.cell(event.getX(), event.getY()));
    if (link != null && there && link.equals(hover.linkProperty().get())) {
      view.opener().open(link);
    }
  }

  private void show(@Nullable TerminalLink link) {
    view.changed();
    view.setCursor(link != null && view.opener().opens(link) ? Cursor.HAND : null);
    label.setVisible(link != null);
    if (link == null) {
      return;
    }
    label.setText(link.shown());
    label.applyCss();
    double width = Math.min(Math.ceil(label.prefWidth(-1)), view.getWidth());
    double height = Math.min(Math.ceil(label.prefHeight(width)), view.getHeight());
    // Not over the link itself, or it could not be read.
    int below = skin.cell(0, view.getHeight() - height).row();
    boolean covers = hover.isBetween(Math.max(0, below), skin.shown().rows());
    label.resizeRelocate(0, covers ? 0 : view.getHeight() - height, width, height);
  }
}
