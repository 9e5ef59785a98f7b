package org.wirebench.shell;

import java.io.IOException;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Pulse;

/** The last row of the window: a hint, the jobs, the traffic. Sleeps while nothing happens. */
final class StatusRow extends StatusBar {
  private static final Messages TEXT = Messages.of(StatusRow.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Desk desk;
  private final JobsModel jobs;
  private final TrafficMeter meter;
  private final Button jobsButton = new Button();
  private final Label traffic = new Label();
  private final Pulse jobsPulse;
  private final Pulse trafficPulse;
  private JobClock.@Nullable Timer timer;

  StatusRow(Desk desk, JobsModel jobs) {
    this.desk = desk;
    this.jobs = jobs;
    this.meter = new TrafficMeter(desk.parts().wire());
    getStyleClass().add("status-row");
    setText(TEXT.get("status.hint"));
    jobsButton.getStyleClass().addAll("flat", "status-button");
    jobsButton.setGraphic(Describe.icon(Feather.LAYERS));
    jobsButton.setOnAction(_ -> desk.showDock(Dock.Page.JOBS));
    jobsButton.setId("status-jobs");
    traffic.getStyleClass().add("status-traffic");
    Describe.control(traffic, TEXT.get("status.traffic.tip"));
    getRightItems().addAll(jobsButton, traffic);
    jobsPulse = desk.jobs().pulse(this::showJobs);
    jobs.addListener(jobsPulse::changed);
    trafficPulse = desk.jobs().pulse(this::wake);
    desk.parts().wire().addListener(trafficPulse::changed);
    showJobs();
    showTraffic(new TrafficMeter.Rates(0, 0, true));
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
    jobsPulse.close();
    trafficPulse.close();
    if (timer != null) {
      timer.cancel();
    }
  }
}
