package org.wirebench.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.Tip;

/** The last row of a window: news, the jobs, the traffic. Sleeps while nothing happens. */
final class StatusRow extends StatusBar {
  private static final Messages TEXT = Messages.of(StatusRow.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Desk desk;
  private final JobsModel jobs;
  private final TrafficMeter meter;
  private final NoticeBoard board;
  private final Button next = new Button();
  private final Button more = new Button(TEXT.get("notice.more"));
  private final Button dismiss;
  private final Subscription notices;
  private final Button jobsButton = new Button();
  private final Label traffic = new Label();
  private final Pulse jobsPulse;
  private final Runnable jobsChanged;
  private final Runnable trafficChanged;
  private final Pulse trafficPulse;
  private JobClock.@Nullable Timer timer;

  StatusRow(Desk desk, JobsModel jobs, NoticeBoard board) {
    this.desk = desk;
    this.jobs = jobs;
    this.board = board;
    this.meter = new TrafficMeter(desk.parts().wire());
    getStyleClass().add("status-row");
    jobsButton.getStyleClass().addAll("flat", "status-button");
    jobsButton.setGraphic(Describe.icon(Feather.LAYERS));
    jobsButton.setOnAction(_ -> desk.showDock(Dock.Page.JOBS));
    jobsButton.setId("status-jobs");
    traffic.getStyleClass().add("status-traffic");
    Describe.control(traffic, TEXT.get("status.traffic.tip"));
    next.getStyleClass().addAll("flat", "status-button");
    next.setId("notice-next");
    next.setMnemonicParsing(false);
    more.getStyleClass().addAll("flat", "status-button");
    more.setId("notice-more");
    Describe.control(more, TEXT.get("notice.more.tip"));
    dismiss =
        Describe.iconButton(
            Feather.X, TEXT.get("notice.dismiss"), () -> noticed().ifPresent(board::dismiss));
    dismiss.setId("notice-dismiss");
    dismiss.getStyleClass().add("status-button");
    for (Button button : List.of(next, more, dismiss)) {
      button.managedProperty().bind(button.visibleProperty());
    }
    getRightItems().addAll(next, more, dismiss, jobsButton, traffic);
    notices = board.shownProperty().subscribe(this::show);
    jobsPulse = desk.jobs().pulse(this::showJobs);
    jobsChanged = jobsPulse::changed;
    jobs.addListener(jobsChanged);
    trafficPulse = desk.jobs().pulse(this::wake);
    trafficChanged = trafficPulse::changed;
    desk.parts().wire().addListener(trafficChanged);
    showJobs();
    showTraffic(new TrafficMeter.Rates(0, 0, true));
  }

  private Optional<NoticeBoard.Notice> noticed() {
    return Optional.ofNullable(board.shownProperty().get());
  }

  private void show(NoticeBoard.@Nullable Notice notice) {
    String text = notice == null ? "" : notice.text();
    setText(text);
    setAccessibleText(text);
    setTooltip(notice == null ? null : new Tip(text));
    dismiss.setVisible(notice != null);
    Optional<Action> action = noticed().flatMap(NoticeBoard.Notice::next);
    next.setVisible(action.isPresent());
    next.setText(action.map(Action::title).orElse(""));
    next.setOnAction(
        _ -> {
          noticed().ifPresent(board::dismiss);
          action.ifPresent(Action::fire);
        });
    String detail = noticed().map(NoticeBoard.Notice::detail).orElse("");
    more.setVisible(!detail.isEmpty());
    more.setOnAction(_ -> showDetail(text, detail));
    if (notice == null) {
      setGraphic(null);
    } else {
      FontIcon icon = Describe.icon(notice.failure() ? Feather.X_CIRCLE : Feather.INFO);
      icon.getStyleClass().add(notice.failure() ? "notice-failure" : "notice-info");
      setGraphic(icon);
    }
  }

  private void showDetail(String title, String detail) {
    TextArea words = new TextArea(detail);
    words.setEditable(false);
    words.setWrapText(true);
    words.setPrefRowCount(Math.clamp(detail.lines().count() + 1, 3, 12));
    words.setId("notice-detail");
    words.setAccessibleText(title);
    PopOvers.of(title, words, PopOver.ArrowLocation.BOTTOM_RIGHT).show(more);
  }

  private void showJobs() {
    int count = jobs.count();
    String text = TEXT.get("status.jobs", count);
    if (!text.equals(jobsButton.getText())) {
      jobsButton.setText(text);
      Describe.control(jobsButton, TEXT.get("status.jobs.tip", count));
    }
  }

  /** Traffic has begun; it is measured until a second has passed without any. */
  private void wake() {
    if (timer == null) {
      timer = desk.jobs().after(TICK, this::tick);
    }
  }

  private void tick() {
    timer = null;
    try {
      TrafficMeter.Rates rates = meter.measure();
      showTraffic(rates);
      if (!rates.idle()) {
        wake();
      }
    } catch (IOException unreadable) {
      traffic.setText(TEXT.get("status.traffic.unknown"));
    }
  }

  private void showTraffic(TrafficMeter.Rates rates) {
    traffic.setText(
        TEXT.get("status.traffic", Amounts.rate(rates.out()), Amounts.rate(rates.in())));
    boolean none = rates.out() == 0 && rates.in() == 0;
    traffic.setVisible(!none);
    traffic.setManaged(!none);
  }

  void close() {
    notices.unsubscribe();
    jobs.removeListener(jobsChanged);
    desk.parts().wire().removeListener(trafficChanged);
    jobsPulse.close();
    trafficPulse.close();
    if (timer != null) {
      timer.cancel();
    }
  }
}
