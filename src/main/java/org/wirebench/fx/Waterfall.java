package org.wirebench.fx;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/**
 * The timed steps of a connection in one row: a bar as long as the step took, its name, its time.
 * Takes no room while there are none.
 */
public final class Waterfall extends WrapRow {
  private static final Messages TEXT = Messages.of(Waterfall.class);

  /** How long all bars are together, in pixels. */
  private static final double WHOLE = 160;

  private static final double THINNEST = 2;

  private List<Phases.Timed> shown = List.of();

  /** An empty waterfall. */
  public Waterfall() {
    getStyleClass().add("waterfall");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows these steps. May be called often: where they are the same, nothing changes. */
  public void show(List<Phases.Timed> steps) {
    if (steps.equals(shown)) {
      return;
    }
    shown = List.copyOf(steps);
    double all = steps.stream().mapToLong(step -> step.length().toNanos()).sum();
    getChildren()
        .setAll(steps.stream().map(step -> step(step, nanos(step) / Math.max(1, all))).toList());
    setAccessibleText(
        steps.stream().map(step -> said(step.phase(), step)).collect(Collectors.joining(", ")));
    setVisible(!steps.isEmpty());
  }

  private static double nanos(Phases.Timed step) {
    return step.length().toNanos();
  }

  private static String said(Phase phase, Phases.Timed step) {
    return phase.title() + " " + Amounts.duration(step.length());
  }

  private static HBox step(Phases.Timed step, double share) {
    Label name = new Label(step.phase().title());
    Label time = new Label(Amounts.duration(step.length()));
    name.getStyleClass().add("secondary");
    name.setWrapText(true);
    time.setMinWidth(USE_PREF_SIZE);
    HBox made = new HBox(bar(step.phase(), share * WHOLE), name, time);
    made.setAlignment(Pos.CENTER_LEFT);
    made.getStyleClass().add("waterfall-step");
    return Describe.node(
        made,
        TEXT.get(
            "waterfall.exact", step.phase().title(), millis(step.length()), millis(step.start())));
  }

  private static Region bar(Phase phase, double width) {
    Region bar = new Region();
    bar.setMinWidth(THINNEST);
    bar.setMaxWidth(USE_PREF_SIZE);
    bar.setPrefWidth(Math.max(THINNEST, width));
    bar.getStyleClass().addAll("waterfall-bar", phase.name().toLowerCase(Locale.ROOT));
    return bar;
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
