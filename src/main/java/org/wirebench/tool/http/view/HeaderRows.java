package org.wirebench.tool.http.view;

import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;

/** Headers as they are kept, as rows of a table, and as lines of text: all say the same. */
final class HeaderRows {
  /** Begins a line whose header is left out. */
  private static final String OFF = "# ";

  private HeaderRows() {}

  /** The rows of what is kept. */
  static Tree.Items rows(Tree.Items kept) {
    return Tree.items(kept.items().stream().map(HeaderRows::row).toList());
  }

  private static Tree row(Tree kept) {
    return kept instanceof Tree.Text(String line, Mark _) ? split(line) : kept;
  }

  private static Tree.Fields split(String line) {
    int colon = line.indexOf(':');
    return colon < 0
        ? Tree.Fields.NONE.with("name", line.strip()).with("value", "")
        : Tree.Fields.NONE
            .with("name", line.substring(0, colon).strip())
            .with("value", line.substring(colon + 1).strip());
  }

  /** What is kept of rows: the short form where it says all. */
  static Tree.Items kept(Tree.Items rows) {
    return Tree.items(rows.items().stream().map(HeaderRows::shortest).toList());
  }

  private static Tree shortest(Tree row) {
    String name = text(row, "name");
    String value = text(row, "value");
    boolean plain = !name.isBlank() && name.indexOf(':') < 0 && value.equals(value.strip());
    return plain && !isOff(row) ? Tree.text(name + ": " + value) : row;
  }

  /** The lines of rows. */
  static String lines(Tree.Items rows) {
    return rows.items().stream()
        .map(row -> (isOff(row) ? OFF : "") + text(row, "name") + ": " + text(row, "value"))
        .collect(Collectors.joining("\n"));
  }

  /** The rows of lines; blank ones are none. */
  static Tree.Items ofLines(String lines) {
    List<Tree> rows =
        lines.lines().filter(line -> !line.isBlank()).<Tree>map(HeaderRows::ofLine).toList();
    return Tree.items(rows);
  }

  private static Tree.Fields ofLine(String line) {
    String text = line.strip();
    return text.startsWith("#")
        ? split(text.substring(1).strip()).with("off", "true")
        : split(text);
  }

  private static boolean isOff(Tree row) {
    return text(row, "off").equals("true");
  }

  private static String text(Tree row, String name) {
    return row instanceof Tree.Fields fields ? fields.text(name).orElse("") : "";
  }
}
