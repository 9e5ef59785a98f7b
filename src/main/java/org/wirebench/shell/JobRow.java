package org.wirebench.shell;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobLog;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Hue;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.WrapRow;

/** One job: what it does, how far it is, how fast, how long yet, its log, and how to stop it. */
final class JobRow extends VBox {
  private static final Messages TEXT = Messages.of(JobRow.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Job<?> job;
  private final Label step = JobsPane.quiet();
  private final Label numbers = JobsPane.quiet();
  private final ProgressBar bar = new ProgressBar(0);
  private final StatusPill state = new StatusPill();
  private final ToggleButton log;
  private final Button cancel;
  private final TextArea lines = new TextArea();
  private long lastDone;
  private Duration lastTime = Duration.ZERO;
  private double rate;

  JobRow(Desk desk, Job<?> job) {
    this.job = job;
    getStyleClass().add("job-row");
    Label name = new Label(job.spec().name());
    name.setWrapText(true);
    name.getStyleClass().add("job-name");
    name.setGraphic(
        desk.tool(job.spec().tool())
            .map(tool -> sign(tool.icon(), tool.hue()))
            // What the window does itself.
            .orElseGet(() -> sign(Feather.LAYOUT, Hue.GREY)));
    log = Describe.iconToggle(Feather.FILE_TEXT, TEXT.get("job.log"), "");
    cancel = Describe.iconButton(Feather.X, TEXT.get("job.cancel", job.spec().name()), job::cancel);
    log.selectedProperty().addListener((_, _, now) -> showLog(now));
    lines.setEditable(false);
    lines.getStyleClass().add("mono");
    lines.setPrefRowCount(6);
    lines.setAccessibleText(TEXT.get("job.log"));
    HBox.setHgrow(step, Priority.ALWAYS);
    step.getStyleClass().add("job-step");
    step.setWrapText(true);
    step.setMaxWidth(Double.MAX_VALUE);
    bar.setPrefWidth(160);
    numbers.setMinWidth(USE_PREF_SIZE);
    WrapRow row = new WrapRow(name, step, numbers, bar, state, log, cancel);
    getChildren().add(row);
  }

  private static HBox sign(Ikon icon, Hue hue) {
    HBox sign = new HBox(Describe.icon(icon));
    sign.getStyleClass().addAll("tab-sign", hue.styleClass());
    sign.getChildren().getFirst().getStyleClass().add("tool-icon");
    return sign;
  }

  void refresh() {
    Progress progress = job.progress();
    measure(progress);
    step.setText(job.isDone() ? "" : job.step());
    numbers.setText(numbers(progress));
    boolean known = progress.fraction() >= 0 && !job.isDone();
    bar.setVisible(known);
    bar.setManaged(known);
    bar.setProgress(Math.max(0, progress.fraction()));
    cancel.setVisible(!job.isDone());
    showState();
    if (log.isSelected()) {
      showLines();
    }
  }

  private void showState() {
    if (job.outcome().isEmpty()) {
      state.show(StatusPill.Kind.ACTIVE, TEXT.get("job.running"));
      return;
    }
    switch (job.outcome().orElseThrow()) {
      case Outcome.Done<?> _ -> state.show(StatusPill.Kind.GOOD, TEXT.get("job.done"));
      case Outcome.Failed<?>(var why) -> state.show(StatusPill.Kind.BAD, why.title());
      case Outcome.Cancelled<?> _ -> state.show(StatusPill.Kind.NEUTRAL, TEXT.get("job.cancelled"));
    }
  }

  private void measure(Progress progress) {
    Duration now = job.elapsed();
    Duration passed = now.minus(lastTime);
    if (passed.compareTo(Duration.ofMillis(400)) >= 0) {
      rate = (progress.done() - lastDone) / (passed.toNanos() / 1e9);
      lastDone = progress.done();
      lastTime = now;
    }
  }

  private String numbers(Progress progress) {
    String elapsed = Amounts.duration(Duration.ofMillis(job.elapsed().toMillis()));
    if (job.isDone() || progress.equals(Progress.NONE)) {
      return elapsed;
    }
    boolean bytes = progress.unit() == Progress.Unit.BYTES;
    String speed =
        bytes ? Amounts.rate(rate) : TEXT.get("job.rate", Amounts.count(Math.round(rate)));
    String done = amounts(progress);
    if (progress.total() == Progress.UNKNOWN || rate <= 0) {
      return TEXT.get("job.numbers", done, speed, elapsed);
    }
    Duration left = Duration.ofSeconds((long) ((progress.total() - progress.done()) / rate) + 1);
    return TEXT.get("job.numbersLeft", done, speed, Amounts.duration(left));
  }

  private static String amounts(Progress progress) {
    if (progress.unit() == Progress.Unit.BYTES) {
      return Amounts.bytes(progress.done());
    }
    return progress.total() == Progress.UNKNOWN
        ? Amounts.count(progress.done())
        : TEXT.get("job.of", Amounts.count(progress.done()), Amounts.count(progress.total()));
  }

  private void showLog(boolean shown) {
    getChildren().remove(lines);
    if (shown) {
      showLines();
      getChildren().add(lines);
    }
  }

  private void showLines() {
    List<JobLog.Line> written = job.log().lines();
    String failed =
        job.outcome().orElse(null) instanceof Outcome.Failed<?>(var why)
            ? "\n" + why.cause() + "\n" + why.detail()
            : "";
    String text =
        written.stream()
            .map(line -> TIME.format(line.time()) + "  " + line.text())
            .collect(Collectors.joining("\n"));
    String all = (text + failed).strip();
    String shown = all.isEmpty() ? TEXT.get("job.log.empty") : all;
    if (!shown.equals(lines.getText())) {
      lines.setText(shown);
    }
  }
}
