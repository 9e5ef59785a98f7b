package org.wirebench.fx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.SplitPane;

/** The divider of a split pane, whose place is kept with the {@linkplain ToolView#draft draft}. */
public final class KeptDivider implements Draft {
  private static final String KEY = "divider";

  private final DoubleProperty position;
  private final String first;

  /** Where it is while it is not moved aside. */
  private double usual;

  private double aside;
  private boolean isAside;

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

  @Override
  public List<Observable> changes() {
    return List.of(position);
  }

  /**
   * Moves it to {@code share} of the room while {@code condition} holds, and back afterwards. Where
   * a user puts it meanwhile is where it is moved to the next time, as long as this lives.
   */
  public void asideWhile(ObservableBooleanValue condition, double share) {
    aside = share;
    condition.addListener((_, _, now) -> move(now));
    move(condition.get());
  }

  private void move(boolean toAside) {
    if (toAside == isAside) {
      return;
    }
    if (toAside) {
      usual = position.get();
      position.set(Math.max(usual, aside));
    } else {
      aside = position.get();
      position.set(usual);
    }
    isAside = toAside;
  }

  private static String text(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  @Override
  public Map<String, String> draft() {
    String now = text(isAside ? usual : position.get());
    return now.equals(first) ? Map.of() : Map.of(KEY, now);
  }

  @Override
  public void restore(Map<String, String> draft) {
    String kept = draft.getOrDefault(KEY, "");
    // What is no share of a whole, as of a file edited by hand, is no place.
    if (!kept.matches("0\\.\\d{1,9}")) {
      return;
    }
    usual = Double.parseDouble(kept);
    if (!isAside) {
      position.set(usual);
    }
  }
}
