package org.wirebench.terminal.view;

import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodRequests;

/** Tells an input method where the cursor is. */
final class Composing implements InputMethodRequests {
  private final TerminalView view;
  private final TerminalSkin skin;

  Composing(TerminalView view, TerminalSkin skin) {
    this.view = view;
    this.skin = skin;
  }

  @Override
  public Point2D getTextLocation(int offset) {
    Point2D below = skin.cursor().add(0, skin.metrics().height());
    Point2D shown = view.localToScreen(below);
    return shown == null ? Point2D.ZERO : shown;
  }

  @Override
  public int getLocationOffset(int x, int y) {
    return 0;
  }

  @Override
  public void cancelLatestCommittedText() {
    skin.showComposed("");
  }

  @Override
  public String getSelectedText() {
    return "";
  }
}
