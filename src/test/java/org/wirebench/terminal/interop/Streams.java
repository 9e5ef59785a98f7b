package org.wirebench.terminal.interop;

import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.text.Unicode;

/** Streams as programs could write them to xterm.js, the oracle. */
final class Streams extends RandomParts {
  private static final String[] WORDS = {
    "hello",
    "x",
    "The quick brown fox",
    "    ",
    "0123456789",
    "~",
    "漢字",
    "ｗ",
    "é",
    "ß",
    "e\u0301",
    "🙂",
    "👍",
    "한글",
    "─│┌┘",
    "→",
    "q\u0323\u0302"
  };

  private static final int[] PRIVATE_MODES = {1, 5, 12, 25, 2004};
  private static final String EDITS = "JKLMPX@STb";

  /**
   * The oracle leaves half of a wide character at the right edge when nothing wraps, and has other
   * tab stops on the alternate screen: a stream has one of both.
   */
  private final boolean narrow;

  /** DECSC saves the origin mode with xterm, and not with the oracle: a stream has one of them. */
  private final boolean origin;

  Streams(long seed, int rows, int columns) {
    super(seed, rows, columns, "", "0");
    this.origin = random.nextBoolean();
    this.narrow = random.nextBoolean();
  }

  @Override
  List<Supplier<String>> makers() {
    return List.of(
        this::text,
        this::text,
        this::text,
        this::newLine,
        this::newLine,
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
        this::odd);
  }

  /** Whether there may be wide characters. */
  boolean hasWide() {
    return !narrow;
  }

  private String text() {
    String word = one(WORDS);
    boolean wide = word.codePoints().anyMatch(c -> Unicode.width(c) == 2);
    return narrow && wide ? "n" : word;
  }

  private String newLine() {
    return one("\r\n", "\n", "\r");
  }

  private String control() {
    return one("\b", "\t", "\013", "\f", origin ? "\016" : "", "\017", "\007", "\000", "\177");
  }

  private String move() {
    // The oracle counts from the margin twice when the cursor moves from where it is.
    return move(origin ? "Hfd" : MOVES);
  }

  private String edit() {
    char last = letter(EDITS);
    if (last == 'J' || last == 'K') {
      return unwrapped() + "\033[" + one("", "?") + one("", "0", "1", "2") + last;
    }
    if (last == 'L' || last == 'M') {
      // Beside the margins they change nothing with xterm, and there whether the next one wraps.
      return unwrapped() + "\033[" + number() + last;
    }
    // What scrolls in has the background of the cursor with xterm, and none with the oracle.
    return (last == 'T' ? "\033[m" : "") + "\033[" + number() + last;
  }

  /** Has the next character not wrap. */
  private String unwrapped() {
    return origin ? "\r" : "\033[C";
  }

  private String rendition() {
    StringBuilder text = new StringBuilder("\033[");
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(
          switch (random.nextInt(8)) {
            case 0 -> indexedText();
            case 1 -> rgbBackground();
            case 2 ->
                one("38:5:9", "48:2::1:2:3", origin ? "4:3" : "1", "4:0", "58:5:3", "58;5;3", "59");
            case 3 -> number(30, 8);
            case 4 -> number(90, 18);
            case 5 -> number(40, 8);
            default ->
                one(
                    "0",
                    "1",
                    "2",
                    "3",
                    origin ? "4" : "3",
                    "5",
                    "7",
                    "8",
                    "9",
                    origin ? "21" : "9",
                    "22",
                    "23",
                    "24",
                    "25",
                    "27",
                    "28",
                    "29",
                    "39",
                    "49",
                    "53",
                    "55",
                    "");
          });
      text.append(i > 0 ? ";" : "m");
    }
    return text.toString();
  }

  private String mode() {
    if (random.nextInt(4) == 0) {
      return "\033[4" + one("h", "l");
    }
    // The oracle's alternate screen is filled with the background of the cursor, and a cursor that
    // is to wrap is not saved.
    if (origin && random.nextInt(4) == 0) {
      return "\033[?6" + one("h", "l");
    }
    if (!origin && random.nextInt(4) == 0) {
      // The oracle does not erase an alternate screen that is shown already.
      String number = one("1048", narrow ? "1048" : "1049");
      String leave = "\033[m\033[D\033[?" + number + "l";
      return one(leave, leave + "\033[m\033[D\033[?" + number + "h\033[D\0337");
    }
    if (narrow && random.nextInt(4) == 0) {
      return (origin ? "\r" : "\033[D") + "\033[?7" + one("h", "l");
    }
    return "\033[?" + PRIVATE_MODES[random.nextInt(PRIVATE_MODES.length)] + one("h", "l");
  }

  private String escape() {
    if (!origin && random.nextInt(3) == 0) {
      return "\033" + one("[D\0337", "8", "[D\033[s", "[u");
    }
    return "\033"
        + one(
            "D",
            "E",
            "M",
            narrow ? "H" : "D",
            "=",
            ">",
            origin ? "(0" : "=",
            "(B",
            origin ? ")0" : ">",
            ")B",
            "[m\033[r\033[?6l\033#8");
  }

  private String margins() {
    return random.nextInt(3) == 0 ? "\033[r" : "\033[" + number() + ";" + number() + "r";
  }

  private String odd() {
    return odd(
        narrow ? "\033[3g" : "\033[!p",
        narrow ? "\033[g" : "\033[=1z",
        narrow ? "" : "\033[?45h\b\033[?45l");
  }
}
