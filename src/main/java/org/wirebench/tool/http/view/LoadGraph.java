package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.PixelCanvas;
import org.wirebench.tool.http.service.load.LoadReport.Second;
import org.wirebench.tool.http.view.LoadPlot.Line;

/** How many answers came over the time of a load run, and how long they took. */
final class LoadGraph extends Region {
  private static final Messages TEXT = Messages.of(LoadGraph.class);
  private static final StyleablePropertyFactory<LoadGraph> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double GAP = 8;

  private final PixelCanvas canvas = new PixelCanvas();
  private final StyleableProperty<Color> text = color("-wb-text", graph -> graph.text);
  private final StyleableProperty<Color> grid = color("-wb-grid", graph -> graph.grid);
  private final StyleableProperty<Color> rate = color("-wb-rate", graph -> graph.rate);
  private final StyleableProperty<Color> failed = color("-wb-failure", graph -> graph.failed);
  private final StyleableProperty<Color> median = color("-wb-median", graph -> graph.median);
  private final StyleableProperty<Color> high = color("-wb-high", graph -> graph.high);
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", graph -> graph.font, Font.getDefault());
  private List<Second> seconds = List.of();

  LoadGraph() {
    getStyleClass().add("load-graph");
    getChildren().add(canvas.node());
    canvas.scaleProperty().addListener((_, _, _) -> requestLayout());
    painted(font);
    var _ = Describe.node(this, TEXT.get("load.graph"));
  }

  private StyleableProperty<Color> color(
      String css, Function<LoadGraph, StyleableProperty<Color>> of) {
    StyleableProperty<Color> made =
        FACTORY.createStyleableColorProperty(this, css.substring(1), css, of, Color.TRANSPARENT);
    painted(made);
    return made;
  }

  /** What is on the canvas stays as it is until it is painted anew: in the other theme too. */
  private void painted(StyleableProperty<?> look) {
    if (look instanceof ObservableValue<?> value) {
      value.addListener((_, _, _) -> requestLayout());
    }
  }

  /** Shows these parts of a run. */
  void show(List<Second> now) {
    if (!now.equals(seconds)) {
      seconds = List.copyOf(now);
      setAccessibleText(said());
      requestLayout();
    }
  }

  /** For those who hear the window. */
  private String said() {
    return seconds.isEmpty()
        ? TEXT.get("load.graph")
        : TEXT.get(
            "load.graph.said",
            Amounts.count(Math.round(most(Second::rate))),
            Amounts.duration(seconds.getLast().median()),
            Amounts.duration(seconds.getLast().high()));
  }

  private double most(ToDoubleFunction<Second> value) {
    return seconds.stream().mapToDouble(value).max().orElse(0);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    paint();
  }

  private void paint() {
    canvas.context().clearRect(0, 0, getWidth(), getHeight());
    LoadPlot.Look look = new LoadPlot.Look(font.getValue(), text.getValue(), grid.getValue());
    double left =
        Math.max(
            LoadPlot.room(look, LoadTable::rate, seconds, rates()),
            LoadPlot.room(look, LoadPlot::time, seconds, latencies()));
    double each = (getHeight() - GAP) / 2;
    new LoadPlot(look, new LoadPlot.Place(0, each, left, getWidth()), LoadTable::rate)
        .paint(canvas.context(), seconds, rates(), Optional.empty());
    new LoadPlot(look, new LoadPlot.Place(each + GAP, each, left, getWidth()), LoadPlot::time)
        .paint(canvas.context(), seconds, latencies(), Optional.of(TEXT.get("load.time.axis")));
  }

  /** That of the failures only where there are some. */
  private List<Line> rates() {
    Line answers = new Line(TEXT.get("load.perSecond"), rate.getValue(), false, Second::rate);
    Line failures =
        new Line(
            TEXT.get("load.failuresPerSecond"),
            failed.getValue(),
            true,
            second -> second.failures() / (second.length().toNanos() / 1e9));
    return seconds.stream().anyMatch(second -> second.failures() > 0)
        ? List.of(answers, failures)
        : List.of(answers);
  }

  private List<Line> latencies() {
    return List.of(
        new Line(
            TEXT.get("load.median"), median.getValue(), false, one -> latency(one, one.median())),
        new Line(TEXT.get("load.high"), high.getValue(), true, one -> latency(one, one.high())));
  }

  /** Where no answer came there is none. */
  private static double latency(Second second, Duration value) {
    return second.answers() == 0 ? Double.NaN : value.toNanos();
  }
}
