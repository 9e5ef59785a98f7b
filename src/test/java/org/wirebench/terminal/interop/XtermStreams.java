package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wirebench.terminal.engine.Unicode;

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

  /** There may be side margins. */
  private boolean sides;

  /** The stream is in insert mode, or was before DECSTR. */
  private boolean inserts;

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
    if (wide && random.nextBoolean()) {
      return "\033[K" + one(WIDE);
    }
    return inserted(one(WORDS));
  }

  /** xterm looks at the side margins once for all that it inserts together: NUL parts that. */
  private String inserted(String word) {
    if (!inserts || !sides) {
      return word;
    }
    return word.codePoints()
        .mapToObj(c -> (Unicode.width(c) > 0 ? "\000" : "") + Character.toString(c))
        .collect(Collectors.joining());
  }

  private String control() {
    return one(
        "\r\n", "\n", "\r", "\b", notRightOfMargins() + "\t", "\013", "\016", "\017", "\000");
  }

  /** From there HT goes back to the margin with xterm. */
  private String notRightOfMargins() {
    return sides ? "\r\033[" + number() + "C" : "";
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
    return (last == 'Z' ? "\b" : last == 'I' ? notRightOfMargins() : "")
        + "\033["
        + number()
        + (last == 'H' || last == 'f' ? ";" + number() : "")
        + last;
  }

  private String edit() {
    char last = one(EDITS);
    return switch (last) {
      case 'S', 'T', '^' -> "\033[" + one("", "1") + last;
      case 'J', 'K' -> erasure(last);
      case 'L', '@' -> besideNoOther() + "\033[" + number() + last;
      case 'P' -> wide ? deletion() : "\033[" + number() + last;
      default -> (last == 'b' ? "x" : "") + "\033[" + number() + last;
    };
  }

  /** Where all is erased, xterm forgets that something can be protected, until DECSCA. */
  private String erasure(char last) {
    String how = one("", "?");
    String forgets =
        last == 'J' && !how.isEmpty() ? "\033[" + one("0", wide ? "0" : "1") + "\"q" : "";
    return "\033[C\033[" + how + one("", "0", "1", "2") + last + forgets;
  }

  /**
   * Where the second half of a wide character stood in the first cell that DCH leaves empty, xterm
   * erases the one before too: so nothing stands there.
   */
  private String deletion() {
    int count = 1 + random.nextInt(columns / 2);
    int empty = columns - count + 1;
    return besideNoOther() + "\0337\033[" + empty + "G\033[K\0338\033[" + count + "P";
  }

  /** Beside what moves between side margins wide characters may be lost with xterm. */
  private String besideNoOther() {
    return wide ? "\033[?69l" : "";
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
      text.append(colors && random.nextBoolean() ? color() : attribute()).append(i > 0 ? ";" : "m");
    }
    return text.toString();
  }

  /**
   * With SGR 7 and 27 the background of before DECRC comes back with xterm: so another one does.
   */
  private String attribute() {
    String number = one(SGR);
    return colors && (number.equals("7") || number.equals("27"))
        ? number + ";" + (40 + random.nextInt(8))
        : number;
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
    if (!wide && random.nextInt(4) == 0) {
      inserts = random.nextBoolean();
      return inserts ? "\033[4h" : "\033[4l";
    }
    return "\033"
        + one(
            saving("[?" + one(MODES)),
            "[D\033[?7",
            saving("[?69l\033[r\033[?" + one(47, 1047, 1049)))
        + one("h", "l");
  }

  /** A cursor that was to wrap at a side margin does so without that too with xterm. */
  private String saving(String how) {
    return sides ? "[D\033" + how : how;
  }

  private String escape() {
    return "\033"
        + one(
            "D",
            "E",
            "M",
            "H",
            saving("7"),
            "8",
            wide ? "D" : "6",
            wide ? "D" : "9",
            "(0",
            "(B",
            ")0",
            ")B",
            saving("[s"),
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
      case 1 -> sideMargins();
      default -> besideNoOther() + "\033[" + number() + ";" + number() + "r";
    };
  }

  private String sideMargins() {
    sides = true;
    return (wide ? "\033[r" : "") + "\033[?69h\033[" + number() + ";" + number() + "s";
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
        // DECSCA has xterm know again what is protected.
        "\033[m\b\033[!p\033[0\"q",
        "\033[=1z",
        "\033[5n",
        "\033[c",
        "\033_apc\033\\",
        "\033[1;2;3q",
        "\033[<1;2;3x",
        "\033[ q",
        "\033[3\030" + inserted("ab"));
  }
}
