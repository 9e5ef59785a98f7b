package org.wirebench.fx.document;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.DocumentRow;
import org.wirebench.core.document.DocumentSearch;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.RawRows;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.HitList;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.Shown;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.fx.Row.Style;
import org.wirebench.fx.RowSource;

/** The rows of a document as a view shows them: with their colours, folds and hits. */
final class DocumentSource implements RowSource {
  private static final String OPEN = "▼";
  private static final String FOLDED = "▶";

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** How many rows are kept for the screen while others are folded. */
  private static final int KEPT = 300;

  private final ShownRows shown;
  private volatile @Nullable DocumentSearch search;
  private volatile @Nullable Kept kept;

  /** Rows as they were. */
  private record Kept(long end, Map<Long, DocumentRow> rows) {}

  DocumentSource(ShownRows shown) {
    this.shown = shown;
  }

  ShownRows shown() {
    return shown;
  }

  /** Marks what was found; null for nothing. */
  void search(@Nullable DocumentSearch now) {
    search = now;
  }

  /**
   * Shows rows as they are now until {@link #thaw}: folding millions takes a while, and whoever
   * asks for a row meanwhile would wait for it.
   */
  void freeze(long top) throws IOException {
    long end = shown.rows().size();
    Map<Long, DocumentRow> rows = new HashMap<>();
    for (long row = Math.max(0, top - KEPT / 2); row < Math.min(end, top + KEPT); row++) {
      rows.put(row, shown.rows().row(row));
    }
    kept = rows.isEmpty() ? null : new Kept(end, rows);
  }

  /** Shows rows as they are. */
  void thaw() {
    kept = null;
  }

  @Override
  public long end() {
    Kept now = kept;
    return now == null ? shown.rows().size() : now.end();
  }

  DocumentRow document(long index) throws IOException {
    Kept now = kept;
    if (now == null) {
      return shown.rows().row(index);
    }
    DocumentRow known = now.rows().get(index);
    return known == null ? now.rows().values().iterator().next() : known;
  }

  @Override
  public Row row(long index) throws IOException {
    DocumentRow row = document(index);
    String gutter = shown.rows() instanceof EventRows events ? time(events, index) : fold(row);
    String text = shown.rows() instanceof RawRows ? tabbed(row) : row.text();
    return new Row(gutter, Row.Kind.PLAIN, text, spans(row), false, row.continues());
  }

  private static String time(EventRows events, long index) throws IOException {
    return events.time(index).map(TIME::format).orElse("");
  }

  private String fold(DocumentRow row) {
    return switch (row.fold()) {
      case OPEN -> OPEN;
      case FOLDED -> FOLDED;
      case NONE -> shown.rows() instanceof TreeRows ? " " : "";
    };
  }

  /** A tab is two cells of nothing: as wide as the escape in the place of which it stands. */
  private static String tabbed(DocumentRow row) {
    StringBuilder text = new StringBuilder(row.text());
    for (DocumentRow.Styled dim : row.styles()) {
      for (int at = dim.from(); at + 1 < dim.to(); ) {
        boolean tab = text.charAt(at) == '\\' && text.charAt(at + 1) == 't';
        if (tab) {
          text.replace(at, at + 2, "  ");
        }
        at = tab ? at + 2 : escapeEnd(text, at + 1, dim.to());
      }
    }
    return text.toString();
  }

  private static int escapeEnd(StringBuilder text, int from, int end) {
    boolean doubled = text.charAt(from) == '\\';
    int at = doubled ? from + 1 : from;
    while (at < end && text.charAt(at) != '\\') {
      at++;
    }
    return at;
  }

  private List<Row.Span> spans(DocumentRow row) throws IOException {
    @Nullable Style[] styles = new Style[Math.min(row.text().length(), LogView.LONGEST)];
    for (DocumentRow.Styled styled : row.styles()) {
      fill(styles, styled.from(), styled.to(), style(styled.style()));
    }
    DocumentSearch found = search;
    if (found != null) {
      marks(row, found.hits(), styles);
    }
    List<Row.Span> spans = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= styles.length; at++) {
      if (at == styles.length || styles[at] != styles[from]) {
        Style style = styles[from];
        if (style != null) {
          spans.add(new Row.Span(from, at, style));
        }
        from = at;
      }
    }
    return spans;
  }

  private void marks(DocumentRow row, HitList found, @Nullable Style[] styles) throws IOException {
    long end = row.offset() + LogView.LONGEST;
    long count = found.count();
    for (long i = found.firstFrom(Math.max(0, row.offset() - Needle.LONGEST)); i < count; i++) {
      Hit hit = found.hit(i);
      if (hit.offset() >= end) {
        return;
      }
      for (Shown.Part part : row.parts(hit.offset(), hit.end())) {
        fill(styles, part.from(), part.to(), Style.MATCH);
      }
    }
  }

  private static void fill(@Nullable Style[] styles, int from, int to, Style style) {
    int end = Math.min(to, styles.length);
    Arrays.fill(styles, Math.min(from, end), end, style);
  }

  private static Style style(DocumentRow.Style style) {
    return switch (style) {
      case KEY -> Style.STRONG;
      case ATTRIBUTE, LITERAL -> Style.KEYWORD;
      case STRING -> Style.STRING;
      case NUMBER -> Style.NUMBER;
      case PUNCTUATION, DIM -> Style.DIM;
      case COMMENT -> Style.COMMENT;
      case PROBLEM -> Style.FAILURE;
    };
  }

  /** A row of text is copied as it came, and a folded one with all that it hides. */
  @Override
  public String copy(long index) throws IOException {
    if (shown.rows() instanceof TreeRows tree) {
      Limited out = new Limited(LogView.MOST_COPIED + 1);
      boolean _ = out.take(() -> tree.copy(index, out));
      return withoutEnd(out.text(shown.charset()));
    }
    if (shown.rows() instanceof RawRows raw) {
      long from = raw.row(index).offset();
      long to = index + 1 < raw.size() ? raw.row(index + 1).offset() : shown.bytes().size();
      return withoutEnd(new String(shown.bytes().read(from, (int) (to - from)), shown.charset()));
    }
    return row(index).text();
  }

  private static String withoutEnd(String text) {
    int end = text.endsWith("\n") ? text.length() - 1 : text.length();
    return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  /** Where a row begins in the bytes. */
  long offset(long index) throws IOException {
    return index < shown.rows().size() ? shown.rows().row(index).offset() : 0;
  }
}
