package org.wirebench.terminal.interop;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wirebench.core.text.Unicode;

/** Streams of all that xterm knows. */
final class XtermStreams extends RandomParts {
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

  private static final String EDITS = "JKLMPX@ST^b";
  private static final int[] MODES = {5, 6, 12, 25, 69, 1048, 2004};
  private static final int[] SGR = {
    0, 1, 2, 3, 4, 5, 7, 9, 21, 22, 23, 24, 25, 27, 28, 29, 39, 49, 55, 59
  };

  /** xterm leaves halves of wide characters where columns move: a stream has one of both. */
  private final boolean wide;

  /** xterm makes other colours of those that it copies as a rectangle: a stream has one of both. */
  private final boolean colors;

  /** There may be side margins. */
  private boolean sides;

  /** The stream is in insert mode, or was before DECSTR. */
  private boolean inserts;

  XtermStreams(long seed, int rows, int columns) {
    super(seed, rows, columns, "");
    this.wide = random.nextBoolean();
    this.colors = !wide && random.nextBoolean();
  }

  @Override
  List<Supplier<String>> makers() {
    return List.of(
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
  }

  private String one(int... some) {
    return Integer.toString(some[random.nextInt(some.length)]);
  }

  private String text() {
    // What stands in the last column when a wide character goes to the next row stays with xterm.
    if (wide && random.nextBoolean()) {
      return "\033[K" + one(WIDE);
    }
    return written(one(WORDS));
  }

  /** xterm looks at the side margins once for all that it inserts together: NUL parts that. */
  @Override
  String written(String word) {
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

  private String move() {
    return move(MOVES);
  }

  @Override
  String before(char function) {
    return function == 'I' ? notRightOfMargins() : super.before(function);
  }

  private String edit() {
    char last = letter(EDITS);
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
        ? number + ";" + number(40, 8)
        : number;
  }

  private String color() {
    return switch (random.nextInt(5)) {
      case 0 -> indexedText();
      case 1 -> rgbBackground();
      case 2 -> number(30, 8);
      case 3 -> number(90, 18);
      default -> number(40, 8);
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
    // DECSCA has xterm know again what is protected.
    return odd("\033[m\b\033[!p\033[0\"q", "\033[=1z");
  }
}
