package org.wirebench.terminal.interop;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebench.core.text.Unicode;
import org.wirebench.terminal.engine.ScreenView;

/**
 * The cells of xterm, each asked for as a rectangle of its own: its checksum (DECRQCRA) is the
 * character then, without the marks on it, and its attributes are told too (XTREPORTSGR).
 */
final class XtermCells {
  /** Sums that are characters: whole ones, with blanks, and without attributes. */
  static final int SUMS = 0b10111;

  /**
   * What is said of the right half of a wide character: the first by xterm 379, the other by 410.
   */
  private static final List<Integer> RIGHT_HALF = List.of(0xffff, 0);

  private static final Pattern SUM = Pattern.compile("\033P\\d+!~([0-9A-F]{4})\033\\\\");
  private static final Pattern LOOK = Pattern.compile("\033\\[([-0-9:;]*)m");
  private static final Pattern CURSOR =
      Pattern.compile("\033P1\\$u(\\d+);(\\d+);1;.;.;(.);.*?\033\\\\\033\\[\\?7;(.)\\$y");
  private static final int WRAPS_NEXT = 8;

  private final int rows;
  private final int columns;
  private final MatchResult cursor;
  private final List<Integer> characters;
  private final List<String> looks;

  /**
   * @param told the answers to {@link #question}
   */
  XtermCells(int rows, int columns, String told) {
    this.rows = rows;
    this.columns = columns;
    Matcher place = CURSOR.matcher(told);
    if (!place.lookingAt()) {
      throw new AssertionError("cursor: " + told.replace("\033", "^["));
    }
    cursor = place.toMatchResult();
    characters = all(SUM, told).stream().map(sum -> Integer.parseInt(sum, 16)).toList();
    looks = all(LOOK, told);
  }

  /**
   * Asks for the cursor (DECRQPSR) and DECAWM, and then for each cell of a screen of this size.
   * Rectangles count from the margins in origin mode, so that ends.
   */
  static String question(int rows, int columns) {
    return "\033[1$w\033[?7$p\033[?6l"
        + each(rows, columns, cell -> "\033[1;1;" + cell + "*y")
        + each(rows, columns, cell -> "\033[" + cell + "#|");
  }

  /** The same for each cell, written as a rectangle. */
  private static String each(int rows, int columns, UnaryOperator<String> question) {
    IntFunction<String> cell =
        at -> {
          String place = (at / columns + 1) + ";" + (at % columns + 1);
          return question.apply(place + ";" + place);
        };
    return IntStream.range(0, rows * columns).mapToObj(cell).collect(Collectors.joining());
  }

  /** What is seen of us, in the words in which xterm is asked. */
  static Seen of(ScreenView view) {
    Seen seen = Seen.of(view, XtermCells::text);
    return new Seen(
        seen.row(),
        seen.column(),
        seen.rows().stream().map(row -> row.stream().map(XtermCells::plain).toList()).toList());
  }

  /** A blank has no colour of text, unless something is seen of it; overlines xterm has not. */
  private static String plain(String cell) {
    return cell.replaceFirst("o$", "").replaceFirst("^(  1) \\S+ (\\S+ [^uvs]*)$", "$1 - $2");
  }

  private static String text(String character) {
    // xterm puts a letter and its mark together where there is a character for both.
    return character.isEmpty()
        ? ""
        : text(Normalizer.normalize(character, Normalizer.Form.NFC).codePointAt(0));
  }

  /** A checksum has sixteen bits. */
  private static String text(int codePoint) {
    return Character.toString(codePoint & 0xffff);
  }

  private List<String> all(Pattern pattern, String answers) {
    List<String> all = pattern.matcher(answers).results().map(found -> found.group(1)).toList();
    if (all.size() != rows * columns) {
      throw new AssertionError(all.size() + " cells: " + answers.replace("\033", "^["));
    }
    return all;
  }

  /** All that was told. */
  Seen seen() {
    // While nothing wraps xterm remembers that the last column was written to: that is not seen.
    boolean wraps = cursor.group(4).equals("1") && (cursor.group(3).charAt(0) & WRAPS_NEXT) != 0;
    List<List<String>> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        cells.add(cell(row, column));
      }
      all.add(cells);
    }
    int column = Integer.parseInt(cursor.group(2)) - (wraps ? 0 : 1);
    return new Seen(Integer.parseInt(cursor.group(1)) - 1, column, all);
  }

  /** xterm may leave half of a wide character behind, where it scrolled: that is anything. */
  private String cell(int row, int column) {
    boolean left = isLeft(row, column);
    boolean right = isRight(row, column);
    if (left ? !isRight(row, column + 1) : right && !isLeft(row, column - 1)) {
      return Seen.ANYTHING;
    }
    String text = right ? "" : text(character(row, column));
    String look = XtermLook.of(looks.get(row * columns + column));
    return plain(Seen.cell(text, right ? 0 : left ? 2 : 1, look));
  }

  private boolean isLeft(int row, int column) {
    return Unicode.width(character(row, column)) == 2;
  }

  private boolean isRight(int row, int column) {
    return RIGHT_HALF.contains(character(row, column));
  }

  /** The character of a cell; a blank beside the screen. */
  private int character(int row, int column) {
    boolean inside = 0 <= column && column < columns;
    return inside ? characters.get(row * columns + column) : ' ';
  }
}
