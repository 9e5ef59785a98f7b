package org.wirebench.tool.http.lab;

import java.util.List;
import org.wirebench.core.text.Messages;

/** The page that lists every endpoint. */
final class IndexPage {
  private static final Messages TEXT = Messages.of(IndexPage.class);

  private final List<Route> listed;

  IndexPage(List<Route> listed) {
    this.listed = listed;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "/", TEXT.get("about.index"), this::page));
  }

  private void page(Call call) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (Route route : listed) {
      rows.append(row(route));
    }
    call.answer().send(200, Answer.HTML, Resources.text("index.html").replace("<!--rows-->", rows));
  }

  private static String row(Route route) {
    String methods = route.methods().isEmpty() ? TEXT.get("index.any") : route.allow();
    StringBuilder paths = new StringBuilder();
    for (PathPattern pattern : route.patterns()) {
      String code = "<code>" + Html.escaped(pattern.toString()) + "</code> ";
      String example = paths.isEmpty() ? route.example() : pattern.toString();
      // A link is a GET.
      paths.append(
          route.answers("GET")
              ? "<a href=\"" + Html.escaped(example) + "\">" + code + "</a>"
              : code);
    }
    return "<tr><td>%s</td><td>%s</td><td>%s</td></tr>%n"
        .formatted(paths, Html.escaped(methods), Html.escaped(route.about()));
  }
}
