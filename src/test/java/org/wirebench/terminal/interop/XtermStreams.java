package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes streams of all that xterm knows, the same for the same seed. They keep clear of the few
 * things that xterm does otherwise, which docs/terminal.md has a list of.
 */
final class XtermStreams {
  /** Without clusters of code points, which xterm does not know. */
  private static final String BEGIN = "\033[?2027l\0337";

  private static final String[] WORDS = {
    "hello",
    "x",
    "The quick brown fox",
    "    ",
    "0123456789",
    "lqk~",
    "é",
    "e\u0301",
    "─│┌┘",
    "q\u0323\u0302"
  };

  private static final String[] WIDE = {"漢", "ｗ", "한", "a글b"};

  private static final String MOVES = "ABCDEFGHfIZ`ade";
  private static final String EDITS = "JKLMPX@ST^b";
  private static final int[] MODES = {5, 6, 12, 25, 69, 1048, 2004};
  private static final int[] SGR = {
    0, 1, 2, 3, 4, 5, 7, 9, 21, 22, 23, 24, 25, 27, 28, 29, 39, 49, 55, 59
  };

  private final Random random;
  private final int rows;
  private final int columns;

  /** xterm leaves halves of wide characters where columns move: a stream has one of both. */
  private final boolean wide;

  /** xterm makes other colours of those that it copies as a rectangle: a stream has one of both. */
  private final boolean colors;

  private final List<Supplier<String>> parts =
      List.of(
          this::text,
          this::text,
          this::text,
          this::text,
          this::control,
          this::control,
          this::move,
          this::move,
          this::edit,
          this::edit,
          this::rendition,
          this::rendition,
          this::mode,
          this::escape,
          this::margins,
          this::rectangle,
          this::shift,
          this::odd);

  XtermStreams(long seed, int rows, int columns) {
    this.random = new Random(seed);
    this.rows = rows;
    this.columns = columns;
    this.wide = random.nextBoolean();
    this.colors = !wide && random.nextBoolean();
  }

  /** The parts of a stream, of which some may be left out to see which of them matter. */
  List<String> next(int length) {
    List<String> all = new ArrayList<>(List.of(BEGIN));
    for (int i = 0; i < length; i++) {
      all.add(parts.get(random.nextInt(parts.size())).get());
    }
    return all;
  }

  private String one(String... some) {
    return some[random.nextInt(some.length)];
  }

  private String one(int... some) {
    return Integer.toString(some[random.nextInt(some.length)]);
  }

  private char one(CharSequence letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  private String text() {
    // What stands in the last column when a wide character goes to the next row stays with xterm.
    return wide && random.nextBoolean() ? "\033[K" + one(WIDE) : one(WORDS);
  }

  private String control() {
    return one("\r\n", "\n", "\r", "\b", "\t", "\013", "\016", "\017", "\000");
  }

  private String number() {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> Integer.toString(1 + random.nextInt(200));
      default -> Integer.toString(1 + random.nextInt(Math.max(rows, columns)));
    };
  }

  private String move() {
    char last = one(MOVES);
    return (last == 'Z' ? "\b" : "")
        + "\033["
        + number()
        + (last == 'H' || last == 'f' ? ";" + number() : "")
        + last;
  }

  private String edit() {
    char last = one(EDITS);
    if ("ST^".indexOf(last) >= 0) {
      return "\033[" + one("", "1") + last;
    }
    return last == 'J' || last == 'K'
        ? "\033[C\033[" + one("", "?") + one("", "0", "1", "2") + last
        : (last == 'b' ? "x" : "") + "\033[" + number() + last;
  }

  private String rendition() {
    if (wide) {
      return "";
    }
    if (colors && random.nextInt(4) == 0) {
      return "\033[" + one("38:5:9", "48:2::1:2:3", "48:5:200") + "m";
    }
    StringBuilder text = new StringBuilder("\033[");
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(colors && random.nextBoolean() ? color() : one(SGR)).append(i > 0 ? ";" : "m");
    }
    return text.toString();
  }

  private String color() {
    return switch (random.nextInt(5)) {
      case 0 -> "38;5;" + random.nextInt(256);
      case 1 -> "48;2;" + random.nextInt(256) + ";" + random.nextInt(256) + ";7";
      case 2 -> Integer.toString(30 + random.nextInt(8));
      case 3 -> Integer.toString(90 + random.nextInt(18));
      default -> Integer.toString(40 + random.nextInt(8));
    };
  }

  private String mode() {
    return !wide && random.nextInt(4) == 0
        ? "\033[4" + one("h", "l")
        : one("\033[?" + one(MODES), "\b\033[?7", "\033[?69l\033[r\033[?" + one(47, 1047, 1049))
            + one("h", "l");
  }

  private String escape() {
    return "\033"
        + one(
            "D",
            "E",
            "M",
            "H",
            "7",
            "8",
            wide ? "D" : "6",
            wide ? "D" : "9",
            "(0",
            "(B",
            ")0",
            ")B",
            "[s",
            "[u",
            "[0g",
            "[3g",
            "[m\033#8",
            wide ? "D" : "[1\"q",
            "[0\"q");
  }

  private String margins() {
    return switch (random.nextInt(4)) {
      case 0 -> one("\033[r", "\033[?69h\033[s");
      case 1 -> "\033[?69h\033[" + number() + ";" + number() + "s";
      default -> "\033[" + number() + ";" + number() + "r";
    };
  }

  /**
   * A corner that is on the screen: xterm 379 leaves out a rectangle beside it, and 410 does not.
   */
  private String corner() {
    return (1 + random.nextInt(rows)) + ";" + (1 + random.nextInt(columns));
  }

  private String area() {
    return corner() + ";" + corner();
  }

  private String rectangle() {
    return switch (random.nextInt(colors ? 2 : 3)) {
      case 0 ->
          (colors ? "\033[37;44m" : "")
              + "\033["
              + (0x21 + random.nextInt(0x1f))
              + ";"
              + area()
              + "$x";
      case 1 -> "\033[" + area() + "${";
      default -> "\033[" + area() + ";1;" + corner() + ";1$v";
    };
  }

  private String shift() {
    return wide ? "" : "\033[" + one("", "1", "2") + one("'}", "'~", " @", " A");
  }

  private String odd() {
    return one(
        "\033]0;a title\007",
        "\033P1$qm\033\\",
        "\033[?1;2$p",
        "\033[m\b\033[!p",
        "\033[=1z",
        "\033[5n",
        "\033[c",
        "\033_apc\033\\",
        "\033[1;2;3q",
        "\033[<1;2;3x",
        "\033[ q",
        "\033[3\030ab");
  }
}
