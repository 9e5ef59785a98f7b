package org.wirebench.tool.http.view;

import java.net.InetSocketAddress;
import java.time.Duration;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.Tip;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.service.Exchange;

/** How an exchange ended: its status, time, sizes, and over what it went. */
final class StatusRow extends WrapRow {
  private static final Messages TEXT = Messages.of(StatusRow.class);

  /** How often the time of what still runs is shown anew. */
  private static final Duration TICK = Duration.ofMillis(250);

  private final FxJobs jobs;
  private final StatusPill pill = new StatusPill();
  private final Label meaning = new Label();
  private final Label time = new Label();
  private final Label size = new Label();
  private final Label way = new Label();
  private JobClock.@Nullable Timer timer;
  private @Nullable Exchange timed;

  StatusRow(FxJobs jobs) {
    this.jobs = jobs;
    getStyleClass().add("http-status");
    meaning.getStyleClass().add("secondary");
    meaning.setId("http-meaning");
    time.setId("http-time");
    size.setId("http-size");
    way.setId("http-way");
    for (Label label : new Label[] {time, size, way}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.setTooltip(new Tip());
    }
    way.getStyleClass().add("secondary");
    pill.setTooltip(new Tip());
    getChildren().addAll(pill, meaning, time, size, way);
  }

  /** Shows how it stands now. */
  void show(Exchange exchange) {
    pill.show(Statuses.kind(exchange), Statuses.words(exchange));
    pill.getTooltip().setText(Statuses.asked(exchange));
    meaning.setText(Statuses.meaning(exchange));
    if (timer == null || exchange != timed || exchange.isOver()) {
      showTime(exchange);
    }
    showSize(exchange);
    exchange
        .carried()
        .ifPresentOrElse(
            this::showWay,
            () -> {
              way.setText("");
              way.getTooltip().setText(TEXT.get("status.noWay"));
            });
  }

  /**
   * Shows that nothing was sent.
   *
   * @param stopped whether the user wanted that
   */
  void showNothing(boolean stopped) {
    close();
    timed = null;
    String none = TEXT.get(stopped ? "status.stoppedEarly" : "status.none");
    pill.show(stopped ? StatusPill.Kind.NEUTRAL : StatusPill.Kind.BAD, none);
    pill.getTooltip().setText(none);
    for (Label label : new Label[] {meaning, time, size, way}) {
      label.setText("");
    }
  }

  /** Goes on by itself while the exchange runs: a server that is silent brings no news. */
  private void showTime(Exchange exchange) {
    close();
    timed = exchange;
    if (!exchange.isOver()) {
      timer = jobs.after(TICK, () -> showTime(exchange));
    }
    Duration took = took(exchange);
    time.setText(Amounts.duration(took));
    time.getTooltip().setText(TEXT.get("status.time", took.toNanos() / 1e6));
  }

  private Duration took(Exchange exchange) {
    if (exchange.isOver() || exchange.carried().isPresent()) {
      return exchange.time();
    }
    Duration since = Duration.between(exchange.begun(), jobs.clock().now());
    return since.isNegative() ? Duration.ZERO : since;
  }

  /** Shows no more by itself. */
  void close() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void showSize(Exchange exchange) {
    long decoded = exchange.body().size();
    long encoded = exchange.encodedBytes();
    size.setText(
        exchange.isDecoded()
            ? TEXT.get("status.decoded", Amounts.bytes(decoded), Amounts.bytes(encoded))
            : Amounts.bytes(decoded));
    long head = exchange.head().map(one -> one.size()).orElse(0L);
    size.getTooltip()
        .setText(
            TEXT.get(
                "status.sizes",
                decoded,
                encoded,
                head,
                exchange.sentHeadBytes(),
                exchange.sentBodyBytes()));
  }

  private void showWay(Exchange.Carried carried) {
    String remote = SocketAddresses.text(carried.remote());
    String version =
        carried
            .tls()
            .map(tls -> TEXT.get("status.over", carried.version(), tls.version()))
            .orElse(carried.version());
    way.setText(
        TEXT.get(
            "status.way",
            version,
            remote,
            carried.reused() ? TEXT.get("status.reused") : TEXT.get("status.new")));
    String local =
        carried.local() instanceof InetSocketAddress ? SocketAddresses.text(carried.local()) : "";
    way.getTooltip().setText(TEXT.get("status.ends", local, remote));
  }
}
