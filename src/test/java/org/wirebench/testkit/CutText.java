package org.wirebench.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Finds words of a window that cannot be read as a whole. */
public final class CutText {
  /** Ticks and rings stand out of a control a little; text that is cut lacks more than that. */
  private static final double ROUGHLY = 3;

  /** What is scrolled, or has a menu for that which finds no room. */
  private static final Set<String> SCROLLED =
      Set.of(
          "viewport", "clipped-container", "column-header-background", "tab-header-area", "tabs");

  private CutText() {}

  /**
   * What is cut of the text below {@code root}, in words: ends with an ellipsis, reaches over the
   * edge of what it stands in, or is wider than a page that is read by scrolling down. Of a list or
   * a table the rows may be wider than their window, since those are scrolled sideways.
   */
  public static List<String> in(Parent root) {
    List<String> cut = new ArrayList<>();
    look(root, cut);
    return cut;
  }

  /** The same by any other thread, when all is laid out. */
  public static List<String> shownIn(Parent root) {
    Fx.settle();
    return Fx.call(() -> in(root));
  }

  private static void look(Parent parent, List<String> cut) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      if (node instanceof Labeled labeled
          && labeled.getText() != null
          && !labeled.getText().isBlank()) {
        if (labeled.isTextTruncated()) {
          cut.add(labeled + " ends with an ellipsis");
        } else {
          overEdge(labeled, cut);
        }
      }
      if (node instanceof ScrollPane page
          && page.isFitToWidth()
          && page.getContent().getLayoutBounds().getWidth()
              > page.getViewportBounds().getWidth() + 1) {
        cut.add(page + " scrolls sideways");
      }
      if (node instanceof Parent inner) {
        look(inner, cut);
      }
    }
  }

  /** In a low window the panes give way to each other: only what is wide is told of those. */
  private static void overEdge(Labeled labeled, List<String> cut) {
    Bounds place = labeled.getBoundsInParent();
    for (Parent in = labeled.getParent(); in != null && !isScrolled(in); in = in.getParent()) {
      Bounds room = in.getLayoutBounds();
      boolean high =
          in == labeled.getParent()
              && (place.getMinY() < room.getMinY() - ROUGHLY
                  || place.getMaxY() > room.getMaxY() + ROUGHLY);
      if (high
          || place.getMinX() < room.getMinX() - ROUGHLY
          || place.getMaxX() > room.getMaxX() + ROUGHLY) {
        cut.add(labeled + " reaches over the edge of " + in);
        return;
      }
      place = in.localToParent(place);
    }
  }

  private static boolean isScrolled(Parent parent) {
    return isOf(SCROLLED, parent) || isOf(SCROLLED, parent.getParent());
  }

  private static boolean isOf(Set<String> classes, @Nullable Parent parent) {
    return parent != null && !Collections.disjoint(parent.getStyleClass(), classes);
  }
}
