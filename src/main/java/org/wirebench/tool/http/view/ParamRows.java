package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.NameValue;

/**
 * The rows of the table of parameters. Those that are sent stand in the address and those that are
 * left out in a list of their own, so that where they stand among each other is said nowhere but
 * here: for each that is left out, how many that are sent stand before it.
 */
final class ParamRows {
  private ParamRows() {}

  /** Those that are sent, without rows where nothing is typed. */
  static List<NameValue> sent(Tree.Items rows) {
    return rows.items().stream()
        .filter(row -> !isOff(row) && !isBlank(row))
        .map(ParamRows::read)
        .toList();
  }

  /** Those that are left out. */
  static Tree.Items leftOut(Tree.Items rows) {
    return Tree.items(rows.items().stream().filter(ParamRows::isOff).toList());
  }

  /** What rows mean, whatever else stands in them. */
  static List<NameValue> read(Tree.Items rows) {
    return rows.items().stream().map(ParamRows::read).toList();
  }

  /** How many that are sent stand before each that is left out. */
  static List<Integer> places(Tree.Items rows) {
    List<Integer> places = new ArrayList<>();
    int before = 0;
    for (Tree row : rows.items()) {
      if (isOff(row)) {
        places.add(before);
      } else if (!isBlank(row)) {
        before++;
      }
    }
    return places;
  }

  /**
   * All rows, each that is left out at its place.
   *
   * @param places as {@link #places}; those that have none come last
   */
  static Tree.Items joined(List<NameValue> sent, Tree.Items leftOut, List<Integer> places) {
    List<Tree> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i <= sent.size(); i++) {
      boolean last = i == sent.size();
      while (next < leftOut.items().size() && (last || isBy(i, next, places))) {
        all.add(leftOut.items().get(next));
        next++;
      }
      if (!last) {
        NameValue one = sent.get(i);
        all.add(Tree.Fields.NONE.with("name", one.name()).with("value", one.value()));
      }
    }
    return Tree.items(all);
  }

  private static boolean isBy(int before, int index, List<Integer> places) {
    return index < places.size() && places.get(index) <= before;
  }

  /** Places as a text. */
  static String written(List<Integer> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** The places of a text; none where it is something else. */
  static List<Integer> placesIn(String written) {
    return written.matches("\\d{1,6}(,\\d{1,6})*")
        ? Arrays.stream(written.split(",", -1)).map(Integer::valueOf).toList()
        : List.of();
  }

  private static NameValue read(Tree row) {
    return new NameValue(text(row, "name"), text(row, "value"), isOff(row));
  }

  private static boolean isOff(Tree row) {
    return text(row, "off").equals("true");
  }

  private static boolean isBlank(Tree row) {
    return text(row, "name").isEmpty() && text(row, "value").isEmpty();
  }

  private static String text(Tree row, String name) {
    return row instanceof Tree.Fields fields ? fields.text(name).orElse("") : "";
  }
}
