package org.wirebench.fx;

import java.util.List;

/**
 * One row of a {@link LogView}.
 *
 * @param gutter shown before the row in a quiet colour, not selected with it: the time
 * @param kind what it is, which gives the marker and the colour
 * @param text what is shown; already safe, without line ends. Long ones are cut on the screen, but
 *     what takes a row apart before is kinder: see {@link LogView#LONGEST}
 * @param spans parts of the text with a style of their own, in order, not overlapping
 * @param repeats whether the gutter says no more than that of the row before: it is then shown only
 *     at the top of the screen
 * @param continues whether the row goes on with the line of the row before, which was too long: it
 *     is marked so, and the two are copied as one line
 */
public record Row(
    String gutter, Kind kind, String text, List<Span> spans, boolean repeats, boolean continues) {
  /** What a row is; the sign says it to those who do not see the colour. */
  public enum Kind {
    /** Neither: code, a dump, a line of a log. */
    PLAIN(""),
    /** It was sent. */
    OUT("→"),
    /** It was received. */
    IN("←"),
    /** Something happened. */
    EVENT("·"),
    /** Something failed. */
    FAILURE("✕");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    /** The marker before the text; may be empty. */
    public String sign() {
      return sign;
    }
  }

  /** How a part of a text looks. */
  public enum Style {
    /** Less important: offsets, control characters that were made visible. */
    DIM,
    /** Important: a name, a match. */
    STRONG,
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    FAILURE,
    /** What is searched for: marked, in the colour of plain text. */
    MATCH
  }

  /**
   * A part of a text.
   *
   * @param from index of its first char
   * @param to index after its last char
   */
  public record Span(int from, int to, Style style) {}

  public Row {
    spans = List.copyOf(spans);
  }

  /** A row that begins a line. */
  public Row(String gutter, Kind kind, String text, List<Span> spans) {
    this(gutter, kind, text, spans, false, false);
  }

  /** A row without styles. */
  public static Row of(String gutter, Kind kind, String text) {
    return new Row(gutter, kind, text, List.of());
  }

  /** A plain row without a gutter. */
  public static Row plain(String text) {
    return of("", Kind.PLAIN, text);
  }
}
