package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Tip;
import org.wirebench.tool.http.service.load.LoadReport;

/** The figures of a load run, each with its name above. */
final class LoadFigures extends VBox {
  private static final Messages TEXT = Messages.of(LoadFigures.class);
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

  private final FlowPane traffic = row();
  private final FlowPane latency = row();
  private List<Figure> shown = List.of();

  /**
   * One figure.
   *
   * @param exact for the tooltip
   */
  private record Figure(String name, String value, String exact) {}

  LoadFigures() {
    getStyleClass().add("load-figures");
    Label head = new Label(TEXT.get("load.latency"));
    head.getStyleClass().add("load-head");
    Describe.node(head, TEXT.get("load.latency.help"));
    getChildren().addAll(traffic, head, latency);
  }

  private static FlowPane row() {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("load-row");
    return row;
  }

  /** Shows the figures of a run. */
  void show(LoadViewModel.Shown run) {
    List<Figure> ofTraffic = traffic(run);
    List<Figure> ofLatency = latency(run.report());
    List<Figure> all = new ArrayList<>(ofTraffic);
    all.addAll(ofLatency);
    if (!all.equals(shown)) {
      shown = all;
      fill(traffic, ofTraffic);
      fill(latency, ofLatency);
    }
  }

  private static void fill(FlowPane row, List<Figure> figures) {
    if (row.getChildren().size() > figures.size()) {
      row.getChildren().clear();
    }
    while (row.getChildren().size() < figures.size()) {
      row.getChildren().add(new Tile());
    }
    for (int i = 0; i < figures.size(); i++) {
      ((Tile) row.getChildren().get(i)).show(figures.get(i));
    }
  }

  private static List<Figure> traffic(LoadViewModel.Shown run) {
    LoadReport report = run.report();
    List<Figure> figures = new ArrayList<>();
    if (run.state() == LoadViewModel.State.RUNNING) {
      figures.add(rate(TEXT.get("load.now"), run.rateNow()));
    }
    figures.add(rate(TEXT.get("load.inAll"), report.rate()));
    figures.add(count(TEXT.get("load.answers"), report.answers()));
    figures.add(count(TEXT.get("load.failures"), report.failures()));
    figures.add(
        new Figure(
            TEXT.get("load.received"),
            Amounts.bytes(report.bytes()),
            TEXT.get("load.bytes", Amounts.count(report.bytes()))));
    figures.add(count(TEXT.get("load.connections"), report.connections()));
    figures.add(time(TEXT.get("load.time"), report.time()));
    return figures;
  }

  private static List<Figure> latency(LoadReport report) {
    List<Figure> figures = new ArrayList<>();
    boolean any = report.latency().getTotalCount() > 0;
    // How latencies are spread is brought up to date once a second.
    String why = TEXT.get(report.answers() > 0 ? "load.soon" : "load.noAnswer");
    for (double percentile : PERCENTILES) {
      String name = TEXT.get("load.percentile", percentile);
      figures.add(any ? time(name, report.latencyAt(percentile)) : none(name, why));
    }
    String most = TEXT.get("load.most");
    figures.add(
        any ? time(most, Duration.ofNanos(report.latency().getMaxValue())) : none(most, why));
    return figures;
  }

  private static Figure rate(String name, double rate) {
    return new Figure(name, LoadTable.rate(rate), TEXT.get("load.number", rate));
  }

  private static Figure count(String name, long count) {
    return new Figure(name, Amounts.count(count), Long.toString(count));
  }

  private static Figure time(String name, Duration time) {
    return new Figure(name, Amounts.duration(time), TEXT.get("load.millis", time.toNanos() / 1e6));
  }

  private static Figure none(String name, String why) {
    return new Figure(name, TEXT.get("load.none"), why);
  }

  /** One figure on the screen. */
  private static final class Tile extends VBox {
    private final Label name = new Label();
    private final Label value = new Label();

    Tile() {
      getStyleClass().add("load-figure");
      name.getStyleClass().add("secondary");
      value.getStyleClass().add("load-value");
      name.setMinWidth(USE_PREF_SIZE);
      value.setMinWidth(USE_PREF_SIZE);
      getChildren().addAll(name, value);
    }

    void show(Figure figure) {
      name.setText(figure.name());
      value.setText(figure.value());
      value.setTooltip(new Tip(figure.exact()));
      setAccessibleText(figure.name() + ": " + figure.value());
      name.setLabelFor(value);
    }
  }
}
