package org.wirebench.tool.http.service.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A line over the time of a load run, as SVG that needs nothing else. */
final class LoadChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 180;
  private static final int LEFT = 60;
  private static final int BOTTOM = 24;
  private static final int TOP = 8;

  private LoadChart() {}

  /**
   * A chart.
   *
   * @param title what it shows, with its unit
   * @param color of the line, as CSS
   * @param value of each part
   */
  static String svg(
      String title,
      String color,
      List<LoadReport.Second> parts,
      ToDoubleFunction<LoadReport.Second> value) {
    double highest = Math.max(1e-9, parts.stream().mapToDouble(value).max().orElse(1));
    double last =
        parts.isEmpty() ? 1 : LoadCsv.seconds(parts.getLast().at().plus(parts.getLast().length()));
    String points =
        parts.stream()
            .map(
                one ->
                    at(
                        LEFT + LoadCsv.seconds(one.at()) / last * (WIDTH - LEFT),
                        y(value.applyAsDouble(one), highest)))
            .collect(Collectors.joining(" "));
    return """
    <figure><figcaption>%s</figcaption>
    <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
    <line class="axis" x1="%d" y1="%d" x2="%d" y2="%d"/>
    <line class="axis" x1="%d" y1="%d" x2="%d" y2="%d"/>
    <text x="%d" y="%d" text-anchor="end">%s</text>
    <text x="%d" y="%d" text-anchor="end">0</text>
    <text x="%d" y="%d" text-anchor="end">%s s</text>
    <polyline points="%s" style="stroke:%s"/>
    </svg></figure>
    """
        .formatted(
            LoadHtml.escaped(title),
            WIDTH,
            HEIGHT,
            LoadHtml.escaped(title),
            LEFT,
            TOP,
            LEFT,
            HEIGHT - BOTTOM,
            LEFT,
            HEIGHT - BOTTOM,
            WIDTH,
            HEIGHT - BOTTOM,
            LEFT - 6,
            TOP + 10,
            short3(highest),
            LEFT - 6,
            HEIGHT - BOTTOM,
            WIDTH,
            HEIGHT - 6,
            short3(last),
            points,
            color);
  }

  private static double y(double value, double highest) {
    return TOP + (HEIGHT - BOTTOM - TOP) * (1 - value / highest);
  }

  private static String at(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  private static String short3(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
