package org.wirebench.fx;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wirebench.core.net.Phases;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** The timed steps of a connection, one bar below the other on one clock. */
public final class Waterfall extends GridPane {
  private static final Messages TEXT = Messages.of(Waterfall.class);
  private static final int COLOURS = 8;

  /**
   * One step.
   *
   * @param start since the first step could begin
   */
  public record Bar(String name, Duration start, Duration length) {}

  /** An empty waterfall. */
  public Waterfall() {
    getStyleClass().add("waterfall");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints track = new ColumnConstraints();
    track.setHgrow(Priority.ALWAYS);
    track.setMinWidth(40);
    ColumnConstraints time = new ColumnConstraints();
    time.setHalignment(HPos.RIGHT);
    time.setMinWidth(USE_PREF_SIZE);
    getColumnConstraints().setAll(name, track, time);
  }

  /** Shows the phases of a connection. */
  public void show(Phases phases) {
    show(
        phases.timed().stream()
            .map(one -> new Bar(one.phase().title(), one.start(), one.length()))
            .toList());
  }

  /** Shows these steps. */
  public void show(List<Bar> bars) {
    getChildren().clear();
    Duration end =
        bars.stream()
            .map(bar -> bar.start().plus(bar.length()))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    for (int row = 0; row < bars.size(); row++) {
      Bar bar = bars.get(row);
      Label name = new Label(bar.name());
      name.getStyleClass().add("muted");
      name.setMinWidth(USE_PREF_SIZE);
      Label time = new Label(Amounts.duration(bar.length()));
      time.setMinWidth(USE_PREF_SIZE);
      time.setTooltip(new Tip(TEXT.get("waterfall.exact", bar.length().toNanos() / 1e6)));
      addRow(row, name, new Track(bar, end, row % COLOURS), time);
    }
    setAccessibleText(
        bars.stream()
            .map(bar -> bar.name() + " " + Amounts.duration(bar.length()))
            .collect(Collectors.joining(", ")));
  }

  /** The room of one bar, as wide as the whole time. */
  private static final class Track extends Region {
    private static final double THINNEST = 2;

    private final Region bar = new Region();
    private final double from;
    private final double share;

    Track(Bar step, Duration whole, int colour) {
      double total = Math.max(1, whole.toNanos());
      from = step.start().toNanos() / total;
      share = step.length().toNanos() / total;
      bar.getStyleClass().addAll("waterfall-bar", "waterfall-bar-" + colour);
      getStyleClass().add("waterfall-track");
      getChildren().add(bar);
    }

    @Override
    protected void layoutChildren() {
      double width = Math.max(THINNEST, share * getWidth());
      bar.resizeRelocate(Math.min(from * getWidth(), getWidth() - width), 0, width, getHeight());
    }
  }
}
