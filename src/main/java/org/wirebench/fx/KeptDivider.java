package org.wirebench.fx;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.SplitPane;

/**
 * The divider of a split pane, whose place is kept with the {@linkplain ToolView#draft draft}: in
 * pixels, since the part before it stays as wide as it is in a window that becomes larger. A share
 * would grow less with each restart of a window that is made large only after it was laid out.
 */
public final class KeptDivider implements Draft {
  private static final String KEY = "divider";

  private final SplitPane split;
  private final DoubleProperty position;

  /** Where it was before a restart, in pixels; 0 when that is not known. */
  private int kept;

  /** Where it is while it is not moved aside. */
  private double usual;

  private double aside;
  private boolean isAside;

  /**
   * @param split has one divider
   * @param share of the room before it at first, from 0 to 1
   */
  public KeptDivider(SplitPane split, double share) {
    this.split = split;
    SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
    split.setDividerPositions(share);
    position = split.getDividers().getFirst().positionProperty();
    split
        .widthProperty()
        .addListener(
            (_, was, _) -> {
              if (was.doubleValue() == 0) {
                putBack();
              }
            });
  }

  /** What is kept says where, once it is known how much room there is. */
  private void putBack() {
    double room = split.getWidth();
    if (kept == 0 || room == 0) {
      return;
    }
    usual = Math.min(1, kept / room);
    if (!isAside) {
      position.set(usual);
    }
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

  @Override
  public Map<String, String> draft() {
    double room = split.getWidth();
    long now = room == 0 ? kept : Math.round((isAside ? usual : position.get()) * room);
    return now == 0 ? Map.of() : Map.of(KEY, Long.toString(now));
  }

  @Override
  public void restore(Map<String, String> draft) {
    String pixels = draft.getOrDefault(KEY, "");
    // What is no number of pixels, as of a file edited by hand, is no place.
    if (pixels.matches("[1-9]\\d{0,4}")) {
      kept = Integer.parseInt(pixels);
      putBack();
    }
  }
}
