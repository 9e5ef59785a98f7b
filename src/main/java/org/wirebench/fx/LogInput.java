package org.wirebench.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse and keyboard do to a log view. */
final class LogInput {
  /** How fast the text scrolls while the mouse is held outside. */
  private static final double LINES_PER_PIXEL = 0.05;

  private final LogView view;
  private final LogViewSkin skin;
  private final DragScroll drag;
  private double wheel;

  private LogInput(LogView view, LogViewSkin skin) {
    this.view = view;
    this.skin = skin;
    this.drag =
        new DragScroll(
            view,
            LINES_PER_PIXEL,
            skin::scroll,
            (x, y) -> view.moveCaret(skin.positionAt(x, y), true));
  }

  static void install(LogView view, LogViewSkin skin) {
    LogInput input = new LogInput(view, skin);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, input::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> input.drag.stop());
    view.addEventHandler(ScrollEvent.SCROLL, input::scrolled);
    view.addEventHandler(KeyEvent.KEY_PRESSED, input::key);
  }

  private boolean isEmpty() {
    return skin.viewport().end() == skin.viewport().first();
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    if (isEmpty() || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    LogPosition at = skin.positionAt(event.getX(), event.getY());
    if (skin.isGutter(event.getX()) && view.pressGutter(at.row())) {
      event.consume();
      return;
    }
    switch (event.getClickCount()) {
      case 1 -> view.moveCaret(at, event.isShiftDown());
      case 2 -> selectWord(at);
      default -> {
        view.moveCaret(new LogPosition(at.row(), 0), false);
        view.moveCaret(new LogPosition(at.row(), skin.line(at.row()).text().length()), true);
      }
    }
    event.consume();
  }

  private void selectWord(LogPosition at) {
    String text = skin.line(at.row()).text();
    int from = Math.min(at.index(), text.length());
    int to = from;
    while (from > 0 && isWord(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && isWord(text.charAt(to))) {
      to++;
    }
    view.moveCaret(new LogPosition(at.row(), from), false);
    view.moveCaret(new LogPosition(at.row(), to), true);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "_-.:/@".indexOf(c) >= 0;
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !isEmpty() && view.caret() != null) {
      drag.to(event.getX(), event.getY());
      event.consume();
    }
  }

  private void scrolled(ScrollEvent event) {
    wheel -= event.getDeltaY() / skin.metrics().height();
    long lines = (long) wheel;
    wheel -= lines;
    if (lines != 0) {
      skin.scroll(lines);
    }
    if (event.getDeltaX() != 0) {
      skin.scrollSideways(-event.getDeltaX());
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean handled = event.isShortcutDown() ? shortcut(event) : !event.isAltDown() && plain(event);
    if (handled) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event) {
    if (event.isShiftDown() && event.getCode() == KeyCode.C) {
      return false;
    }
    switch (event.getCode()) {
      case C, INSERT -> view.copy();
      case A -> view.selectAll();
      case HOME -> go(new LogPosition(skin.viewport().first(), 0), event.isShiftDown());
      case END -> {
        if (!isEmpty()) {
          long last = skin.viewport().end() - 1;
          go(new LogPosition(last, skin.line(last).text().length()), event.isShiftDown());
        }
        view.toEnd();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    if (isEmpty()) {
      return false;
    }
    LogPosition caret = view.caret();
    if (caret == null) {
      return event.getCode().isNavigationKey() && start(event);
    }
    long page = Math.max(1, skin.visibleLines() - 1L);
    boolean extend = event.isShiftDown();
    switch (event.getCode()) {
      case UP, KP_UP -> vertical(-1, extend);
      case DOWN, KP_DOWN -> vertical(1, extend);
      case PAGE_UP -> vertical(-page, extend);
      case PAGE_DOWN -> vertical(page, extend);
      case LEFT, KP_LEFT -> sideways(-1, extend);
      case RIGHT, KP_RIGHT -> sideways(1, extend);
      case HOME -> go(new LogPosition(caret.row(), 0), extend);
      case END -> go(new LogPosition(caret.row(), textOf(caret.row()).length()), extend);
      case ESCAPE -> {
        boolean selected = view.selectingProperty().get();
        view.clearSelection();
        return selected;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The first key scrolls, and puts the keyboard on the screen. */
  private boolean start(KeyEvent event) {
    LogViewport viewport = skin.viewport();
    boolean up = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.PAGE_UP;
    boolean page = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
    skin.scroll((up ? -1 : 1) * (page ? Math.max(1, skin.visibleLines() - 1L) : 0));
    long row =
        view.followingProperty().get() && !page
            ? viewport.end() - 1
            : Math.min(viewport.topRow(), viewport.end() - 1);
    view.moveCaret(new LogPosition(row, 0), false);
    return true;
  }

  private void vertical(long by, boolean extend) {
    LogPosition caret = view.caret();
    if (caret != null) {
      long last = skin.viewport().end() - 1;
      long row = Math.clamp(caret.row() + by, skin.viewport().first(), last);
      int cell = skin.line(caret.row()).cell(caret.index());
      go(new LogPosition(row, skin.line(row).index(cell)), extend);
    }
  }

  private void sideways(int by, boolean extend) {
    LogPosition caret = view.caret();
    if (caret != null) {
      String text = textOf(caret.row());
      int at = Math.min(caret.index(), text.length());
      boolean inside = by < 0 ? at > 0 : at < text.length();
      if (inside) {
        go(new LogPosition(caret.row(), text.offsetByCodePoints(at, by)), extend);
      } else if (by < 0 && caret.row() > skin.viewport().first()) {
        go(new LogPosition(caret.row() - 1, textOf(caret.row() - 1).length()), extend);
      } else if (by > 0 && caret.row() < skin.viewport().end() - 1) {
        go(new LogPosition(caret.row() + 1, 0), extend);
      }
    }
  }

  private String textOf(long row) {
    return skin.line(row).text();
  }

  private void go(LogPosition to, boolean extend) {
    view.moveCaret(to, extend);
    view.setFollowing(false);
    skin.reveal(to);
    if (to.row() >= skin.viewport().end() - 1 && skin.viewport().isAtEnd()) {
      view.setFollowing(true);
    }
  }
}
