package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes streams of random parts, the same for the same seed. What is in them is up to the terminal
 * that they are for: they keep clear of what that does otherwise than ours, where docs/terminal.md
 * has the reason.
 */
abstract class RandomParts {
  /** Without clusters of code points, which others do not have; the cursor is saved once. */
  private static final String BEGIN = "\033[?2027l\0337";

  /** The last characters of functions that move the cursor. */
  static final String MOVES = "ABCDEFGHfIZ`ade";

  /** The odd number that is nearest to 2^64 by the golden ratio: spreads numbers in a row. */
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  final Random random;
  final int rows;
  final int columns;
  private final List<String> fewest;

  /**
   * @param fewest how a parameter is written that is smaller than 1
   */
  RandomParts(long seed, int rows, int columns, String... fewest) {
    // What seeds in a row begin with would be alike for thousands of them.
    this.random = new Random(seed * GOLDEN_RATIO);
    this.rows = rows;
    this.columns = columns;
    this.fewest = List.of(fewest);
  }

  /** What makes parts; that which is there twice is taken twice as often. */
  abstract List<Supplier<String>> makers();

  /** The parts of a stream, of which some may be left out to see which of them matter. */
  final List<String> next(int count) {
    List<Supplier<String>> makers = makers();
    List<String> all = new ArrayList<>(List.of(BEGIN));
    for (int i = 0; i < count; i++) {
      all.add(makers.get(random.nextInt(makers.size())).get());
    }
    return all;
  }

  final String one(String... some) {
    return some[random.nextInt(some.length)];
  }

  final char letter(String letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  /** A number from the first one on. */
  final String number(int first, int count) {
    return Integer.toString(first + random.nextInt(count));
  }

  /** A parameter: mostly one that has a place on the screen. */
  final String number() {
    int kind = random.nextInt(6);
    if (kind < fewest.size()) {
      return fewest.get(kind);
    }
    return number(1, kind == fewest.size() ? 200 : Math.max(rows, columns));
  }

  /** Moves the cursor with one of these functions. */
  final String move(String functions) {
    char last = letter(functions);
    return before(last)
        + "\033["
        + number()
        + (last == 'H' || last == 'f' ? ";" + number() : "")
        + last;
  }

  /** What comes before a function, for that to be the same in both. */
  String before(char function) {
    // CBT when the next character wraps.
    return function == 'Z' ? "\b" : "";
  }

  /** A word as it is written. */
  String written(String word) {
    return word;
  }

  final String indexedText() {
    return "38;5;" + random.nextInt(256);
  }

  final String rgbBackground() {
    return "48;2;" + random.nextInt(256) + ";" + random.nextInt(256) + ";7";
  }

  /** What shows nothing, and more of that. */
  final String odd(String... more) {
    Stream<String> all =
        Stream.of(
                Stream.of("\033]0;a title\007", "\033P1$qm\033\\", "\033[?1;2$p"),
                Stream.of(more),
                Stream.of(
                    "\033[5n",
                    "\033[c",
                    "\033_apc\033\\",
                    "\033[1;2;3q",
                    "\033[<1;2;3x",
                    "\033[ q",
                    "\033[3\030" + written("ab")))
            .flatMap(some -> some);
    return one(all.toArray(String[]::new));
  }
}
