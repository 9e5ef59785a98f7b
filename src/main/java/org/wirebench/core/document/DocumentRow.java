package org.wirebench.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.transcript.Shown;

/**
 * One row of a document as it is shown. Immutable.
 *
 * <p>The text is safe to show: what is no character, or would not be seen, is an escape.
 */
public final class DocumentRow {
  private final String text;
  private final List<Styled> styles;
  private final List<Source> sources;
  private final long offset;
  private final boolean continues;
  private final Fold fold;

  /** How a part of a row looks. */
  public enum Style {
    /** The name of a member of a JSON object, or of an element. */
    KEY,
    /** The name of an attribute. */
    ATTRIBUTE,
    STRING,
    NUMBER,
    /** {@code true}, {@code false}, {@code null}. */
    LITERAL,
    PUNCTUATION,
    COMMENT,
    /** Less important: what was put in the place of something else, counts, what is cut. */
    DIM,
    /** What is wrong with the document. */
    PROBLEM
  }

  /** Whether rows can be hidden below this one. */
  public enum Fold {
    /** There are none. */
    NONE,
    /** They are shown. */
    OPEN,
    /** They are hidden. */
    FOLDED
  }

  /**
   * A part of the text with a style of its own.
   *
   * @param from index of its first char
   * @param to index behind its last char
   */
  public record Styled(int from, int to, Style style) {}

  /** A part of the text that shows bytes of the document, from {@code offset} on. */
  private record Source(long offset, int length, int at, Shown shown) {}

  private DocumentRow(Builder builder) {
    this.text = builder.text.toString();
    this.styles = List.copyOf(builder.styles);
    this.sources = List.copyOf(builder.sources);
    this.offset = builder.offset;
    this.continues = builder.continues;
    this.fold = builder.fold;
  }

  /** What is shown. */
  public String text() {
    return text;
  }

  /** The parts with a style, in order, not overlapping. */
  public List<Styled> styles() {
    return styles;
  }

  /** Where its first byte stands in the document. */
  public long offset() {
    return offset;
  }

  /** Whether it goes on with the line of the row before, which was too long for one row. */
  public boolean continues() {
    return continues;
  }

  /** Whether rows can be hidden below it, and are. */
  public Fold fold() {
    return fold;
  }

  /**
   * Where some bytes of the document are shown in this row; empty when they are not.
   *
   * @param from the first byte
   * @param to behind the last
   */
  public List<Shown.Part> parts(long from, long to) {
    List<Shown.Part> parts = new ArrayList<>();
    for (Source source : sources) {
      long first = Math.max(from, source.offset()) - source.offset();
      long behind = Math.min(to, source.offset() + source.length()) - source.offset();
      if (first < behind) {
        for (Shown.Part part : source.shown().parts((int) first, (int) behind)) {
          parts.add(new Shown.Part(source.at() + part.from(), source.at() + part.to()));
        }
      }
    }
    return parts;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Puts a row together from left to right. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Styled> styles = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final long offset;
    private boolean continues;
    private Fold fold = Fold.NONE;

    Builder(long offset) {
      this.offset = offset;
    }

    Builder continues(boolean goesOn) {
      this.continues = goesOn;
      return this;
    }

    Builder fold(Fold state) {
      this.fold = state;
      return this;
    }

    /** Adds what stands for itself, without a style. */
    Builder plain(String some) {
      text.append(some);
      return this;
    }

    Builder add(String some, Style style) {
      int from = text.length();
      text.append(some);
      style(from, text.length(), style);
      return this;
    }

    /** Adds bytes of the document, plainly. */
    Builder bytes(long at, int length, Shown shown) {
      int start = text.length();
      source(at, length, shown);
      shown.dim().forEach(dim -> style(start + dim.from(), start + dim.to(), Style.DIM));
      return this;
    }

    /** Adds bytes of the document in a style; what stands for something else stays dim. */
    Builder bytes(long at, int length, Shown shown, Style style) {
      int start = text.length();
      source(at, length, shown);
      int from = start;
      for (Shown.Part dim : shown.dim()) {
        style(from, start + dim.from(), style);
        style(start + dim.from(), start + dim.to(), Style.DIM);
        from = start + dim.to();
      }
      style(from, text.length(), style);
      return this;
    }

    /**
     * Adds bytes of the document in several styles.
     *
     * @param ranges the styles of bytes, counted from the first
     */
    Builder bytes(long at, int length, Shown shown, List<Styled> ranges) {
      int start = text.length();
      source(at, length, shown);
      @Nullable Style[] each = new @Nullable Style[shown.text().length()];
      for (Styled range : ranges) {
        shown.parts(range.from(), range.to()).forEach(part -> fill(each, part, range.style()));
      }
      shown.dim().forEach(part -> fill(each, part, Style.DIM));
      for (int from = 0, to; from < each.length; from = to) {
        to = from + 1;
        while (to < each.length && each[to] == each[from]) {
          to++;
        }
        Style style = each[from];
        if (style != null) {
          style(start + from, start + to, style);
        }
      }
      return this;
    }

    private static void fill(@Nullable Style[] each, Shown.Part part, Style style) {
      Arrays.fill(each, part.from(), part.to(), style);
    }

    private void source(long at, int length, Shown shown) {
      sources.add(new Source(at, length, text.length(), shown));
      text.append(shown.text());
    }

    private void style(int from, int to, Style style) {
      if (from < to) {
        styles.add(new Styled(from, to, style));
      }
    }

    DocumentRow build() {
      return new DocumentRow(this);
    }
  }
}
