package org.wirebench.fx;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.SplitPane;

/** The divider of a split pane, whose place is kept with the {@linkplain ToolView#draft draft}. */
public final class KeptDivider {
  private static final String KEY = "divider";

  private final DoubleProperty position;
  private final String first;

  /**
   * @param split has one divider
   * @param share of the room before it at first, from 0 to 1
   */
  public KeptDivider(SplitPane split, double share) {
    split.setDividerPositions(share);
    position = split.getDividers().getFirst().positionProperty();
    first = text(share);
  }

  /** Where it is. */
  public DoubleProperty positionProperty() {
    return position;
  }

  private static String text(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  /** Where it is, as it is kept; nothing while it is where it was at first. */
  public Map<String, String> draft() {
    String now = text(position.get());
    return now.equals(first) ? Map.of() : Map.of(KEY, now);
  }

  /**
   * Puts it where it was. What is no share of a whole, as of a file edited by hand, is no place.
   */
  public void restore(Map<String, String> draft) {
    String kept = draft.getOrDefault(KEY, "");
    if (kept.matches("0\\.\\d{1,9}")) {
      position.set(Double.parseDouble(kept));
    }
  }
}
