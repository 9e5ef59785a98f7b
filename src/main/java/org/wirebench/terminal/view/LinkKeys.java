package org.wirebench.terminal.view;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Goes from link to link of the screen by the keyboard, and opens one. It begins with the last,
 * which was written most recently, and ends where the link that is shown looks otherwise: that is
 * no longer what was read.
 */
final class LinkKeys {
  /** The keys that begin it, and go on to the next link. */
  static final KeyCombination KEYS = KeyCombination.valueOf("Ctrl+Shift+O");

  private final TerminalView view;
  private final LinkHover hover;
  private final LinkLook look;
  private boolean on;

  private LinkKeys(TerminalView view, TerminalSkin skin, LinkHover hover) {
    this.view = view;
    this.hover = hover;
    this.look = new LinkLook(view.terminal(), skin.shown());
  }

  /** Listens to the keys, before any other handler: its own are nothing for the program. */
  static LinkKeys install(TerminalView view, TerminalSkin skin, LinkHover hover) {
    LinkKeys keys = new LinkKeys(view, skin, hover);
    view.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    view.focusedProperty().addListener((_, _, _) -> keys.leave());
    hover.linkProperty().addListener((_, _, now) -> keys.on &= now != null);
    return keys;
  }

  /** Whether there is a link on the screen. */
  boolean hasLinks() {
    return !look.all().isEmpty();
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed() || event.getCode().isModifierKey()) {
      return;
    }
    if (KEYS.match(event)) {
      next();
      event.consume();
    } else if (on && own(event)) {
      event.consume();
    } else {
      leave();
    }
  }

  private boolean own(KeyEvent event) {
    boolean combined = event.isControlDown() || event.isAltDown() || event.isMetaDown();
    if (combined || (event.isShiftDown() && event.getCode() != KeyCode.TAB)) {
      return false;
    }
    switch (event.getCode()) {
      case TAB -> step(event.isShiftDown() ? -1 : 1);
      case DOWN, RIGHT, KP_DOWN, KP_RIGHT -> step(1);
      case UP, LEFT, KP_UP, KP_LEFT -> step(-1);
      case ENTER -> open();
      case ESCAPE -> leave();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Shows the next link; at first the last of all. */
  void next() {
    step(on ? 1 : -1);
  }

  private void step(int by) {
    List<LinkLook.Found> all = look.all();
    if (all.isEmpty()) {
      leave();
      view.bell().ring();
      return;
    }
    int at = 0;
    while (on && at < all.size() && !hover.isAt(all.get(at))) {
      at++;
    }
    // Another place may have the same address, and be no other link to those who listen.
    hover.set(null);
    hover.set(all.get(Math.floorMod(at + by, all.size())));
    on = true;
  }

  private void open() {
    TerminalLink link = hover.linkProperty().get();
    if (link != null && view.opener().opens(link)) {
      view.opener().open(link);
      leave();
    } else {
      view.bell().ring();
    }
  }

  private void leave() {
    if (on) {
      on = false;
      hover.set(null);
    }
  }
}
