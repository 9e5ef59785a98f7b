package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.testkit.Fx;

class LineGlyphsTest {
  private static final int FIRST = 0x2500;
  private static final List<Character> WEIGHTS = List.of('─', '━', '═');
  private static final String VERTICAL = "│┃║";

  @BeforeAll
  static void start() throws TimeoutException {
    Fx.start();
  }

  /** All of Box Drawing, with an empty cell behind each. */
  private static GlyphPicture all(int width, int height) {
    String all =
        IntStream.rangeClosed(FIRST, 0x257f)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return GlyphPicture.of(width, height, all.replaceAll("(?s).", "$0 "));
  }

  private static boolean isDiagonal(int codePoint) {
    return LineNames.name(codePoint).contains("DIAGONAL");
  }

  private static boolean isDashed(int codePoint) {
    return LineNames.name(codePoint).contains("DASH");
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33", "16, 17"})
  void linesTouchTheEdgesThatTheirNamesSayAndMeetThoseOfNeighbours(int width, int height) {
    GlyphPicture picture = all(width, height);
    GlyphPicture across = GlyphPicture.of(width, height, "─━═");
    GlyphPicture down = GlyphPicture.of(width, height, VERTICAL);
    for (int codePoint = FIRST; codePoint <= 0x257f; codePoint++) {
      if (isDiagonal(codePoint) || isDashed(codePoint)) {
        continue;
      }
      char[] edges = LineNames.edges(codePoint);
      for (int edge = 0; edge < edges.length; edge++) {
        GlyphPicture straight = edge % 2 == 0 ? across : down;
        String empty = ".".repeat(edge % 2 == 0 ? height : width);
        int weight = WEIGHTS.indexOf(edges[edge]);
        assertThat(picture.edge(2 * (codePoint - FIRST), 0, edge))
            .as("%s at edge %s", LineNames.name(codePoint), edge)
            .isEqualTo(weight < 0 ? empty : straight.edge(weight, 0, edge));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33", "16, 17"})
  void weightsDifferAndAreInTheMiddle(int width, int height) {
    GlyphPicture down = GlyphPicture.of(width, height, VERTICAL);
    int light = height < 27 ? 1 : 2;
    for (int weight = 0; weight < WEIGHTS.size(); weight++) {
      String row = down.edge(weight, 0, 1);
      int start = row.indexOf('#');
      int rest = width - 1 - row.lastIndexOf('#') - start;
      assertThat(rest).as(row).isIn(0, 1);
      String line = row.substring(start, row.lastIndexOf('#') + 1);
      String one = "#".repeat(light);
      assertThat(line)
          .isEqualTo(List.of(one, one + one, one + ".".repeat(light) + one).get(weight));
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "13, 27", "16, 33"})
  void nothingOfALineIsBesideItsCell(int width, int height) {
    GlyphPicture picture = all(width, height);
    for (int codePoint = FIRST; codePoint <= 0x257f; codePoint++) {
      assertThat(picture.area(2 * (codePoint - FIRST), 0)).isPositive();
      assertThat(picture.area(2 * (codePoint - FIRST) + 1, 0))
          .as(LineNames.name(codePoint))
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "9, 18", "16, 33"})
  void straightLinesHaveNoHalfPixels(int width, int height) {
    GlyphPicture picture = all(width, height);
    for (int codePoint = FIRST; codePoint <= 0x257f; codePoint++) {
      if (isDiagonal(codePoint) || LineNames.name(codePoint).contains("ARC")) {
        continue;
      }
      int left = 2 * (codePoint - FIRST) * width;
      for (int y = 0; y < height; y++) {
        for (int x = left; x < left + width; x++) {
          assertThat(picture.brightness(x, y)).as(LineNames.name(codePoint)).isIn(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void doubleLinesTurnIntoEachOther() {
    assertThat(GlyphPicture.of(7, 7, "╔╦╗", "╠╬╣", "╚╩╝").rows())
        .containsExactly(
            ".....................",
            ".....................",
            "..#################..",
            "..#...............#..",
            "..#.######.######.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.######.######.#..",
            "..#...............#..",
            "..#.######.######.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.#....#.#....#.#..",
            "..#.######.######.#..",
            "..#...............#..",
            "..#################..",
            ".....................",
            ".....................");
  }

  @Test
  void doubleLinesMeetLightOnes() {
    assertThat(GlyphPicture.of(5, 5, "╒╤╕", "╞╪╡").rows())
        .containsExactly(
            "...............",
            "..###########..",
            "..#.........#..",
            "..###########..",
            "..#....#....#..",
            "..#....#....#..",
            "..###########..",
            "..#....#....#..",
            "..###########..",
            "..#....#....#..");
    assertThat(GlyphPicture.of(5, 5, "╓╥╖", "╟╫╢", "╙╨╜").rows())
        .containsExactly(
            "...............",
            "...............",
            ".#############.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#.#########.#.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#.#..#.#..#.#.",
            ".#############.",
            "...............",
            "...............");
  }

  @Test
  void heavyLinesMeetLightOnesWithoutANotch() {
    assertThat(GlyphPicture.of(7, 7, "╼╾╆╅┎┒").rows())
        .containsExactly(
            ".................#......#.................",
            ".................#......#.................",
            "...#######......#########.................",
            "############################..#########...",
            "................##.....##.....##.....##...",
            "................##.....##.....##.....##...",
            "................##.....##.....##.....##...");
  }

  @ParameterizedTest
  @CsvSource({"8, 17", "9, 18", "13, 27", "16, 33"})
  void dashesGoOnEvenlyInTheNextCell(int width, int height) {
    for (int codePoint : new int[] {0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d}) {
      String across = Character.toString(codePoint);
      String down = Character.toString(codePoint + 2);
      GlyphPicture row = GlyphPicture.of(width, height, across.repeat(3));
      GlyphPicture column = GlyphPicture.of(width, height, down, down, down);
      int dashes = codePoint >= 0x254c ? 2 : codePoint >= 0x2508 ? 4 : 3;
      assertEven(row.rowAt((height - 1) / 2, 0, 3 * width), 3 * dashes);
      assertEven(column.columnAt((width - 1) / 2, 0, 3 * height), 3 * dashes);
    }
  }

  private static void assertEven(String line, int count) {
    assertThat(line).startsWith("#").endsWith(".");
    List<Integer> dashes = Arrays.stream(line.split("\\.+")).map(String::length).toList();
    List<Integer> gaps = Arrays.stream(line.substring(1).split("#+")).map(String::length).toList();
    assertThat(dashes).as(line).hasSize(count);
    for (List<Integer> lengths : List.of(dashes, gaps.stream().filter(gap -> gap > 0).toList())) {
      assertThat(Collections.max(lengths) - Collections.min(lengths)).as(line).isLessThan(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "9, 18", "16, 32"})
  void diagonalsGoOnOverTheCorner(int width, int height) {
    GlyphPicture picture = GlyphPicture.of(width, height, "╲╱", "╱╲");
    int right = 2 * width - 1;
    int low = 2 * height - 1;
    for (int[] at : new int[][] {{0, 0}, {right, 0}, {0, low}, {right, low}}) {
      assertThat(picture.brightness(at[0], at[1])).isGreaterThan(0.25);
    }
    for (int[] at : new int[][] {{width - 1, height - 1}, {width, height}, {width, height - 1}}) {
      assertThat(picture.brightness(at[0], at[1])).isGreaterThan(0.25);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void roundedCornersMakeARing(int width, int height) {
    GlyphPicture ring = GlyphPicture.of(width, height, "╭╮", "╰╯");
    GlyphPicture corner = GlyphPicture.of(width, height, "┌");
    assertThat(ring.edge(0, 0, 2)).isEqualTo(corner.edge(0, 0, 2));
    int x = corner.edge(0, 0, 3).indexOf('#');
    int y = corner.edge(0, 0, 2).indexOf('#');
    assertThat(corner.brightness(x, y)).isEqualTo(1);
    assertThat(ring.brightness(x, y)).as("the corner is cut off").isLessThan(0.5);
    assertThat(ring.rowAt(height - 1, 0, 2 * width)).isEqualTo(ring.rowAt(height, 0, 2 * width));
  }
}
