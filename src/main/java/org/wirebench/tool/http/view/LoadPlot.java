package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.wirebench.core.text.Amounts;
import org.wirebench.tool.http.service.load.LoadReport.Second;

/**
 * Paints lines over the time of a load run.
 *
 * @param value what a value on the scale is called
 */
record LoadPlot(Look look, Place place, DoubleFunction<String> value) {
  private static final double THICK = 1.5;
  private static final double DOT = 4;
  private static final double GAP = 8;
  private static final double[] STEPS = {1, 2, 5, 10};
  private static final int TICKS = 4;

  /** What it looks like, apart from the lines. */
  record Look(Font font, Color text, Color grid) {}

  /**
   * Where it is.
   *
   * @param left how much room there is for the words of the scale
   */
  record Place(double top, double height, double left, double width) {}

  /**
   * One line.
   *
   * @param value of a part of the run; not a number where there is none
   * @param dashed since colour never speaks alone
   */
  record Line(String name, Color color, boolean dashed, ToDoubleFunction<Second> value) {
    double at(List<Second> seconds, int part) {
      return value.applyAsDouble(seconds.get(part));
    }

    boolean has(List<Second> seconds, int part) {
      return part >= 0 && part < seconds.size() && !Double.isNaN(at(seconds, part));
    }
  }

  /** Where values are on the screen. */
  private record Scale(
      double left, double right, double top, double bottom, double end, double most) {
    double x(Second second) {
      double middle = (second.at().toNanos() + second.length().toNanos() / 2.0) / end;
      return left + middle * (right - left);
    }

    double y(double value) {
      return bottom - value / most * (bottom - top);
    }
  }

  /** A length of time that was a value. */
  static String time(double nanos) {
    return Amounts.duration(Duration.ofNanos(Math.round(nanos)));
  }

  /**
   * Paints it.
   *
   * @param axis what the time below is called; empty where another plot below says it
   */
  void paint(GraphicsContext to, List<Second> seconds, List<Line> lines, Optional<String> axis) {
    to.setFont(look.font());
    double line = new Text("0").getLayoutBounds().getHeight() * look.font().getSize() / size();
    double most = most(seconds, lines);
    double step = step(most);
    int ticks = (int) Math.ceil(most / step);
    double left = place.left();
    double bottom = place.top() + place.height() - (axis.isPresent() ? line + GAP / 2 : GAP / 2);
    double top = place.top() + line * 1.5 + GAP / 2;
    Scale scale =
        new Scale(left, place.width() - 1, top, bottom, end(seconds), step * Math.max(1, ticks));
    legend(to, lines, left);
    grid(to, scale, step, ticks);
    axis.ifPresent(name -> axis(to, scale, seconds, name));
    lines.forEach(one -> draw(to, scale, seconds, one));
  }

  private static double size() {
    return Font.getDefault().getSize();
  }

  private static double most(List<Second> seconds, List<Line> lines) {
    return lines.stream()
        .flatMapToDouble(line -> seconds.stream().mapToDouble(line.value()))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(0);
  }

  private static double end(List<Second> seconds) {
    return seconds.isEmpty()
        ? 1e9
        : Math.max(1, seconds.getLast().at().plus(seconds.getLast().length()).toNanos());
  }

  /** How far the marks of a scale up to {@code most} are apart: 1, 2 or 5 of some power of ten. */
  static double step(double most) {
    if (!(most > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most / TICKS)));
    for (double one : STEPS) {
      if (one * power * TICKS >= most) {
        return one * power;
      }
    }
    return 10 * power;
  }

  /** How much room the words of a scale take. */
  static double room(
      Look look, DoubleFunction<String> value, List<Second> seconds, List<Line> lines) {
    double most = most(seconds, lines);
    double step = step(most);
    double widest = 0;
    for (double at = step; at < most + step && most > 0; at += step) {
      widest = Math.max(widest, width(value.apply(at), look.font()));
    }
    return Math.max(widest, width("0", look.font())) + GAP;
  }

  private String label(double at) {
    return at == 0 ? "0" : value.apply(at);
  }

  private static double width(String text, Font font) {
    Text measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }

  private void legend(GraphicsContext to, List<Line> lines, double left) {
    double x = left;
    to.setTextAlign(TextAlignment.LEFT);
    to.setTextBaseline(VPos.TOP);
    double middle = place.top() + look.font().getSize() * 0.7;
    for (Line line : lines) {
      stroke(to, line);
      to.strokeLine(x, middle, x + 2 * GAP, middle);
      to.setLineDashes();
      x += 3 * GAP;
      to.setFill(look.text());
      to.fillText(line.name(), x, place.top());
      x += width(line.name(), look.font()) + 2 * GAP;
    }
  }

  private void grid(GraphicsContext to, Scale scale, double step, int ticks) {
    to.setLineWidth(1);
    to.setTextAlign(TextAlignment.RIGHT);
    to.setTextBaseline(VPos.CENTER);
    for (int i = 0; i <= ticks; i++) {
      double y = Math.round(scale.y(i * step)) + 0.5;
      to.setStroke(look.grid());
      to.strokeLine(scale.left(), y, scale.right(), y);
      to.setFill(look.text());
      to.fillText(label(i * step), scale.left() - GAP, y);
    }
  }

  private void axis(GraphicsContext to, Scale scale, List<Second> seconds, String name) {
    double y = scale.bottom() + GAP / 2;
    to.setTextBaseline(VPos.TOP);
    to.setFill(look.text());
    to.setTextAlign(TextAlignment.LEFT);
    to.fillText(name, scale.left(), y);
    if (!seconds.isEmpty()) {
      to.setTextAlign(TextAlignment.RIGHT);
      to.fillText(time(scale.end()), scale.right(), y);
    }
  }

  private static void stroke(GraphicsContext to, Line line) {
    to.setStroke(line.color());
    to.setLineWidth(THICK);
    if (line.dashed()) {
      to.setLineDashes(DOT, DOT);
    } else {
      to.setLineDashes();
    }
  }

  /** Draws the points one after the other; where there is no value, the line has a gap. */
  private static void draw(GraphicsContext to, Scale scale, List<Second> seconds, Line line) {
    stroke(to, line);
    to.setFill(line.color());
    to.beginPath();
    for (int i = 0; i < seconds.size(); i++) {
      double x = scale.x(seconds.get(i));
      double y = scale.y(line.at(seconds, i));
      if (line.has(seconds, i) && line.has(seconds, i - 1)) {
        to.lineTo(x, y);
      } else if (line.has(seconds, i)) {
        to.moveTo(x, y);
        if (!line.has(seconds, i + 1)) {
          // One point makes no line.
          to.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
        }
      }
    }
    to.stroke();
    to.setLineDashes();
  }
}
