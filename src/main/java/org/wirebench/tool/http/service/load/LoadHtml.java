package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.veil.Secrecy;

/** The report of a load run as one page of HTML that needs no other file and no script. */
public final class LoadHtml {
  private static final Messages TEXT = Messages.of(LoadHtml.class);

  private LoadHtml() {}

  /** The whole page; it is passed on, so what is secret in the address is stars. */
  public static String of(HttpRequest request, LoadReport report) {
    String url = Secrecy.of(request).address(request.url().toString());
    String title = TEXT.get("title", request.method(), url);
    List<String> parts = new ArrayList<>();
    parts.add("<h1>" + escaped(TEXT.get("head")) + "</h1>");
    parts.add("<p><code>" + escaped(request.method() + " " + url) + "</code></p>");
    parts.add(table(summary(request, report)));
    parts.add("<h2>" + escaped(TEXT.get("latency")) + "</h2>");
    parts.add(table(latencies(report)));
    parts.add(
        LoadChart.svg(
            TEXT.get("chart.rate"), "#2f81f7", report.seconds(), LoadReport.Second::rate));
    parts.add(
        LoadChart.svg(
            TEXT.get("chart.high"),
            "#d29922",
            report.seconds(),
            one -> LoadCsv.millis(one.high())));
    parts.add("<h2>" + escaped(TEXT.get("statuses")) + "</h2>");
    parts.add(
        table(
            report.statuses().entrySet().stream()
                .map(one -> Map.entry(one.getKey().toString(), Amounts.count(one.getValue())))
                .toList()));
    if (!report.errors().isEmpty()) {
      parts.add("<h2>" + escaped(TEXT.get("errors")) + "</h2>");
      parts.add(
          table(
              report.errors().entrySet().stream()
                  .map(one -> Map.entry(one.getKey(), Amounts.count(one.getValue())))
                  .toList()));
    }
    return page(escaped(title), String.join("\n", parts));
  }

  private static String page(String title, String content) {
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>%s</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 14px system-ui, sans-serif; max-width: 960px; margin: 24px auto; padding: 0 16px; }
    h1 { font-size: 20px; } h2 { font-size: 16px; margin-top: 24px; }
    table { border-collapse: collapse; } td, th { padding: 4px 16px 4px 0; text-align: left; }
    td.n { text-align: right; font-variant-numeric: tabular-nums; }
    figure { margin: 16px 0; } svg { width: 100%%; height: auto; }
    svg text { font-size: 11px; fill: currentColor; } .axis { stroke: currentColor; opacity: .4; }
    polyline { fill: none; stroke-width: 1.5; }
    code { font-family: ui-monospace, monospace; }
    </style></head><body>
    %s
    </body></html>
    """
        .formatted(title, content);
  }

  private static List<Map.Entry<String, String>> summary(HttpRequest request, LoadReport report) {
    return List.of(
        Map.entry(TEXT.get("begun"), report.begun().toString()),
        Map.entry(TEXT.get("time"), Amounts.duration(report.time())),
        Map.entry(TEXT.get("concurrency"), Integer.toString(request.load().concurrency())),
        Map.entry(TEXT.get("answers"), Amounts.count(report.answers())),
        Map.entry(TEXT.get("failures"), Amounts.count(report.failures())),
        Map.entry(TEXT.get("rate"), "%.1f".formatted(report.rate())),
        Map.entry(TEXT.get("bytes"), Amounts.bytes(report.bytes())),
        Map.entry(TEXT.get("connections"), Amounts.count(report.connections())));
  }

  private static List<Map.Entry<String, String>> latencies(LoadReport report) {
    List<Map.Entry<String, String>> rows = new ArrayList<>();
    rows.add(Map.entry(TEXT.get("least"), shown(report.latency().getMinValue())));
    for (double percentile : LoadReport.PERCENTILES) {
      rows.add(
          Map.entry(
              TEXT.get("percentile", percentile), Amounts.duration(report.latencyAt(percentile))));
    }
    rows.add(Map.entry(TEXT.get("most"), shown(report.latency().getMaxValue())));
    return rows;
  }

  private static String shown(long nanos) {
    return Amounts.duration(Duration.ofNanos(nanos));
  }

  private static String table(List<Map.Entry<String, String>> rows) {
    return rows.stream()
        .map(
            row ->
                "<tr><th>%s</th><td class=\"n\">%s</td></tr>"
                    .formatted(escaped(row.getKey()), escaped(row.getValue())))
        .collect(Collectors.joining("\n", "<table>\n", "\n</table>"));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
