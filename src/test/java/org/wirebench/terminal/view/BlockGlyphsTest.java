package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.testkit.Fx;

class BlockGlyphsTest {
  private static final List<String> NUMBERS =
      List.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN");

  @BeforeAll
  static void start() throws TimeoutException {
    Fx.start();
  }

  private static GlyphPicture range(int width, int height, int first, int last) {
    return GlyphPicture.of(
        width,
        height,
        IntStream.rangeClosed(first, last)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  /** How many pixels belong to so many parts of a length that is divided into so many. */
  private static long pixels(int count, int of, int size) {
    return Math.round((double) count * size / of);
  }

  /** The eighths that a name like LEFT THREE QUARTERS BLOCK has. */
  private static int eighths(String name) {
    if (name.contains("HALF")) {
      return 4;
    }
    int count = 1 + NUMBERS.indexOf(name.split(" ")[1]);
    return name.contains("QUARTER") ? 2 * count : count;
  }

  /** The pixels between an edge and so many eighths of the way to the other. */
  private static long bar(String name, int size) {
    boolean fromTheEnd = name.startsWith("LOWER") || name.startsWith("RIGHT");
    int eighths = eighths(name);
    return fromTheEnd ? size - pixels(8 - eighths, 8, size) : pixels(eighths, 8, size);
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void barsHaveTheSizeThatTheirNamesSay(int width, int height) {
    GlyphPicture picture = range(width, height, 0x2580, 0x2595);
    for (int codePoint = 0x2580; codePoint <= 0x2595; codePoint++) {
      String name = LineNames.name(codePoint);
      if (name.equals("FULL BLOCK") || name.endsWith("SHADE")) {
        continue;
      }
      boolean lying = name.startsWith("LOWER") || name.startsWith("UPPER");
      long area = lying ? bar(name, height) * width : bar(name, width) * height;
      assertThat(picture.area(codePoint - 0x2580, 0)).as(name).isEqualTo((double) area);
    }
    assertThat(picture.area(0x2588 - 0x2580, 0)).isEqualTo(width * height);
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void barsLieAtTheEdgeThatTheirNamesSay(int width, int height) {
    GlyphPicture picture = range(width, height, 0x2580, 0x2595);
    List<String> edges = List.of("LEFT", "UPPER", "RIGHT", "LOWER");
    for (int codePoint = 0x2580; codePoint <= 0x2595; codePoint++) {
      int edge = edges.indexOf(LineNames.name(codePoint).split(" ")[0]);
      if (edge >= 0) {
        int column = codePoint - 0x2580;
        assertThat(picture.edge(column, 0, edge)).doesNotContain(".");
        assertThat(picture.edge(column, 0, (edge + 2) % 4)).doesNotContain("#");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "13, 27"})
  void shadesAreQuarters(int width, int height) {
    GlyphPicture picture = range(width, height, 0x2591, 0x2593);
    for (int i = 0; i < 3; i++) {
      double share = picture.area(i, 0) / (width * height);
      assertThat(share).isCloseTo((i + 1) / 4.0, within(0.005));
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void quadrantsFillThoseThatTheirNamesSay(int width, int height) {
    List<String> parts = List.of("UPPER LEFT", "UPPER RIGHT", "LOWER LEFT", "LOWER RIGHT");
    GlyphPicture picture = range(width, height, 0x2596, 0x259f);
    for (int codePoint = 0x2596; codePoint <= 0x259f; codePoint++) {
      for (int part = 0; part < parts.size(); part++) {
        boolean filled = LineNames.name(codePoint).contains(parts.get(part));
        assertPart(picture, codePoint - 0x2596, part, 2, filled);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void sextantsFillThoseThatTheirNamesSay(int width, int height) {
    GlyphPicture picture = range(width, height, 0x1fb00, 0x1fb3b);
    for (int codePoint = 0x1fb00; codePoint <= 0x1fb3b; codePoint++) {
      String digits = LineNames.name(codePoint).split("-")[1];
      for (int part = 0; part < 6; part++) {
        boolean filled = digits.contains(Integer.toString(part + 1));
        assertPart(picture, codePoint - 0x1fb00, part, 3, filled);
      }
    }
  }

  /** Every pixel of a part of two columns is as it should be. */
  private static void assertPart(
      GlyphPicture picture, int cell, int part, int rows, boolean filled) {
    int column = part % 2;
    int row = part / 2;
    for (long y = pixels(row, rows, picture.height);
        y < pixels(row + 1, rows, picture.height);
        y++) {
      for (long x = pixels(column, 2, picture.width);
          x < pixels(column + 1, 2, picture.width);
          x++) {
        assertThat(picture.brightness(cell * picture.width + (int) x, (int) y))
            .as("part %s of %s at %s, %s", part, cell, x, y)
            .isEqualTo(filled ? 1.0 : 0.0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15, 2", "8, 17, 2", "9, 18, 2", "13, 27, 3", "16, 33, 4"})
  void brailleHasTheDotsThatItsNamesSay(int width, int height, int side) {
    GlyphPicture picture = range(width, height, 0x2800, 0x28ff);
    // The order in which the names count them, column and row of each.
    List<String> places = List.of("00", "01", "02", "10", "11", "12", "03", "13");
    for (int codePoint = 0x2800; codePoint <= 0x28ff; codePoint++) {
      String[] name = LineNames.name(codePoint).split("-");
      String dots = name.length > 1 ? name[1] : "";
      int left = (codePoint - 0x2800) * width;
      for (int i = 0; i < places.size(); i++) {
        String place = Objects.requireNonNull(places.get(i));
        int x = left + (2 * (place.charAt(0) - '0') + 1) * width / 4;
        int y = (2 * (place.charAt(1) - '0') + 1) * height / 8;
        boolean there = dots.contains(Integer.toString(i + 1));
        assertThat(picture.brightness(x, y)).isEqualTo(there ? 1.0 : 0.0);
      }
      assertThat(picture.area(codePoint - 0x2800, 0)).isEqualTo(dots.length() * side * side);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "8, 17", "9, 18", "13, 27", "16, 33"})
  void separatorsOfPowerlinePointToTheirSide(int width, int height) {
    GlyphPicture picture = range(width, height, 0xe0b0, 0xe0b3);
    double half = width * height / 2.0;
    for (int i = 0; i < 4; i++) {
      boolean solid = i % 2 == 0;
      int base = i < 2 ? 0 : 2;
      assertThat(picture.edge(i, 0, 2 - base)).as("the tip").matches("\\.*#+\\.*");
      if (solid) {
        assertThat(picture.area(i, 0)).isCloseTo(half, within(half / 50));
        assertThat(picture.edge(i, 0, base)).contains("#".repeat(height - 2));
      } else {
        assertThat(picture.area(i, 0)).isBetween(height * 0.9, half);
        assertThat(picture.edge(i, 0, base)).matches("#+\\.+#+");
      }
    }
  }

  @Test
  void coversTheseBlocksAlone() {
    List<Character.UnicodeBlock> whole =
        List.of(
            Objects.requireNonNull(Character.UnicodeBlock.BOX_DRAWING),
            Objects.requireNonNull(Character.UnicodeBlock.BLOCK_ELEMENTS),
            Objects.requireNonNull(Character.UnicodeBlock.BRAILLE_PATTERNS));
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int point = codePoint;
      String name = Character.getName(point);
      boolean expected =
          whole.stream().anyMatch(block -> block.equals(Character.UnicodeBlock.of(point)))
              || (name != null && name.startsWith("BLOCK SEXTANT-"))
              || (codePoint >= 0xe0b0 && codePoint <= 0xe0b3);
      if (BoxGlyphs.covers(codePoint) != expected) {
        assertThat(codePoint).as("covered: " + !expected).isNegative();
      }
    }
  }

  @Test
  void aCellOfAScaledScreenIsFilledToo() {
    GlyphPicture picture = GlyphPicture.scaled(1.5, 6, 12, "█╬█");
    assertThat(picture.area(0, 0)).isEqualTo(9 * 18);
    assertThat(picture.rows().stream().map(row -> row.substring(9, 18)).toList())
        .isEqualTo(GlyphPicture.of(9, 18, "╬").rows());
  }
}
