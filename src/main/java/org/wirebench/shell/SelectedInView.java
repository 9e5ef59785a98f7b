package org.wirebench.shell;

import atlantafx.base.controls.Tab;
import atlantafx.base.controls.TabLine;
import atlantafx.base.controls.TabSkin;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the chosen tab in view: when it is chosen, when its name grows, when there is less room.
 * Between those, the line can be scrolled away from it.
 */
final class SelectedInView {
  private final TabLine line;
  private final Runnable afterLayout = this::look;
  private Subscription name = Subscription.EMPTY;
  private boolean wanted;

  SelectedInView(TabLine line) {
    this.line = line;
    line.sceneProperty().subscribe(this::moved);
    line.widthProperty().addListener((_, _, _) -> wanted());
    line.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(afterLayout);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(afterLayout);
    }
  }

  private void chosen(@Nullable Tab now) {
    name.unsubscribe();
    name = now == null ? Subscription.EMPTY : now.textProperty().subscribe(this::wanted);
    wanted();
  }

  /** The chosen tab is to be in view when the heads have their places. */
  void wanted() {
    wanted = true;
    line.requestLayout();
  }

  private void look() {
    if (!wanted || line.getWidth() <= 0) {
      return;
    }
    wanted = false;
    Tab chosen = line.getSelectionModel().getSelectedItem();
    for (Node node : line.lookupAll(".tab")) {
      if (node instanceof TabSkin head && head.getTab() == chosen) {
        bring(head);
      }
    }
  }

  /** The line offers no way to scroll it but that of the mouse wheel, by pixels. */
  private static void bring(TabSkin head) {
    Node heads = head.getParent();
    Bounds place = head.getBoundsInParent();
    double width = heads.getLayoutBounds().getWidth();
    double by = Math.min(0, width - place.getMaxX());
    if (place.getMinX() + by < 0) {
      by = -place.getMinX();
    }
    if (Math.abs(by) >= 1) {
      Event.fireEvent(heads, wheel(by));
    }
  }

  private static ScrollEvent wheel(double by) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        by,
        0,
        by,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        new PickResult(null, 0, 0));
  }
}
