package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Example;
import org.wirebench.tool.http.lab.MockRoute;
import org.wirebench.tool.http.request.HttpRequest;

/** A request that a mock route answers. */
final class MockCall {
  private static final Pattern NAME = Pattern.compile("\\{(.*)}");
  private static final String SERVER = "http.http";

  private MockCall() {}

  /** Starts the server, opens a tab and sends. */
  static Example of(MockRoute route) {
    Entry entry = Entry.of("", HttpRequest.TOOL, request(route));
    String title = route.method() + " " + route.path();
    return new Example(title, title, SERVER, List.of(entry), true);
  }

  /** What is asked for: names of the path are path variables, which stand for themselves. */
  static Tree.Fields request(MockRoute route) {
    List<String> path = new ArrayList<>();
    Tree.Fields values = Tree.Fields.NONE;
    for (String segment : route.path().substring(1).split("/", -1)) {
      Matcher name = NAME.matcher(segment);
      if (name.matches()) {
        values = values.with(name.group(1), name.group(1));
        path.add(":" + name.group(1));
      } else if (segment.equals("*")) {
        path.add("any");
      } else {
        // Else it would be taken for a path variable.
        path.add(segment.replaceFirst("^:", "%3A"));
      }
    }
    Tree.Fields request = Tree.Fields.NONE;
    boolean isGet = route.method().equals("GET") || route.method().equals(MockRoute.ANY);
    request = isGet ? request : request.with("method", route.method());
    request = request.with("url", "/" + String.join("/", path));
    return values.names().isEmpty() ? request : request.with("path", values);
  }
}
