package org.wirebench.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.Pulse;

/** The jobs that run, and those that ended last. Looks at them only while it is on the screen. */
final class JobsPane extends BorderPane {
  private static final Messages TEXT = Messages.of(JobsPane.class);
  private static final Duration TICK = Duration.ofMillis(500);

  private final Desk desk;
  private final JobsModel model;
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final EmptyState empty = new EmptyState(Feather.LAYERS, TEXT.get("jobs.empty"));
  private final Map<Job<?>, JobRow> rows = new HashMap<>();
  private final Pulse pulse;
  private JobClock.@Nullable Timer timer;

  JobsPane(Desk desk, JobsModel model) {
    this.desk = desk;
    this.model = model;
    getStyleClass().add("jobs-pane");
    list.getStyleClass().add("job-list");
    list.setAlignment(Pos.TOP_LEFT);
    scroll.setFitToWidth(true);
    pulse = desk.jobs().pulse(this::refresh);
    model.addListener(pulse::changed);
    sceneProperty().subscribe(pulse::changed);
  }

  private void refresh() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (getScene() == null) {
      return;
    }
    List<Job<?>> jobs = model.jobs();
    rows.keySet().retainAll(jobs);
    List<JobRow> shown = new ArrayList<>();
    for (Job<?> job : jobs) {
      JobRow row = rows.computeIfAbsent(job, one -> new JobRow(desk, one));
      row.refresh();
      shown.add(row);
    }
    if (!list.getChildren().equals(shown)) {
      list.getChildren().setAll(shown);
    }
    setCenter(shown.isEmpty() ? empty : scroll);
    boolean runs = jobs.stream().anyMatch(job -> !job.isDone());
    if (runs) {
      timer = desk.jobs().after(TICK, this::refresh);
    }
  }

  /** A quiet label. */
  static Label quiet() {
    Label label = new Label();
    label.getStyleClass().add("secondary");
    return label;
  }

  void close() {
    pulse.close();
    if (timer != null) {
      timer.cancel();
    }
  }
}
