package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the names of Box Drawing in Unicode say of their lines. */
final class LineNames {
  private static final Map<String, Character> WEIGHTS =
      Map.of("LIGHT", '─', "SINGLE", '─', "HEAVY", '━', "DOUBLE", '═');
  private static final Map<String, List<Integer>> EDGES =
      Map.of(
          "LEFT", List.of(0),
          "UP", List.of(1),
          "RIGHT", List.of(2),
          "DOWN", List.of(3),
          "HORIZONTAL", List.of(0, 2),
          "VERTICAL", List.of(1, 3));

  private LineNames() {}

  static String name(int codePoint) {
    return Objects.requireNonNull(Character.getName(codePoint)).toUpperCase(Locale.ROOT);
  }

  /**
   * The weights of the lines that touch the left, the upper, the right and the lower edge: a
   * horizontal line of that weight, or a space where none does.
   */
  static char[] edges(int codePoint) {
    List<String> words =
        Arrays.stream(name(codePoint).split(" "))
            .filter(word -> WEIGHTS.containsKey(word) || EDGES.containsKey(word))
            .toList();
    // "LIGHT LEFT AND HEAVY RIGHT", but "LEFT LIGHT AND RIGHT HEAVY".
    boolean weightsFirst = WEIGHTS.containsKey(words.getFirst());
    return edges(weightsFirst ? words : words.reversed());
  }

  private static char[] edges(List<String> words) {
    char[] edges = {' ', ' ', ' ', ' '};
    List<Character> weight = new ArrayList<>();
    for (String word : words) {
      if (WEIGHTS.containsKey(word)) {
        weight.add(Objects.requireNonNull(WEIGHTS.get(word)));
      } else {
        Objects.requireNonNull(EDGES.get(word)).forEach(edge -> edges[edge] = weight.getLast());
      }
    }
    return edges;
  }
}
