package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.HitList;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Rows;
import org.wirebench.core.transcript.Shown;
import org.wirebench.core.transcript.ShownHex;
import org.wirebench.core.transcript.ShownText;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptRow;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.Row;
import org.wirebench.fx.Row.Style;
import org.wirebench.fx.RowSource;

/** A transcript as a log view shows it: what a filter wants of it, up to where it was paused. */
final class TranscriptRows implements RowSource {
  private final Transcript transcript;
  private final Mode mode;
  private final Rows rows;
  private final Extent from;
  private final @Nullable RowFilter filter;
  private volatile Look look;
  private volatile @Nullable TranscriptSearch search;
  private volatile @Nullable Extent frozen;

  /**
   * @param from what came before is not shown
   * @param filter looks at the rows of that mode; null when all are wanted
   */
  TranscriptRows(
      Transcript transcript, Mode mode, Look look, Extent from, @Nullable RowFilter filter) {
    this.transcript = transcript;
    this.mode = mode;
    this.rows = rows(transcript, mode);
    this.look = look;
    this.from = from;
    this.filter = filter;
  }

  /** The rows that a mode shows. */
  static Rows rows(Transcript transcript, Mode mode) {
    return mode == Mode.TEXT ? transcript.textRows() : transcript.hexRows();
  }

  void look(Look now) {
    look = now;
  }

  /** Marks what was found; null for nothing. */
  void search(@Nullable TranscriptSearch now) {
    search = now;
  }

  /** Shows nothing that came after; null for all. */
  void freeze(@Nullable Extent at) {
    frozen = at;
  }

  /** Whether the other shows the same transcript. */
  boolean isOf(TranscriptRows other) {
    return transcript == other.transcript;
  }

  /** How many rows there are without the filter. */
  long all() {
    Extent limit = frozen;
    long end = limit == null ? rows.size() : rows.sizeAt(limit);
    return Math.max(0, end - rows.sizeAt(from));
  }

  /** Whether only some of the rows are wanted. */
  boolean isFiltered() {
    return filter != null;
  }

  /** Whether what came before something is not shown. */
  boolean isCleared() {
    return from.entries() > 0;
  }

  /** How many rows are not shown since they came before. */
  long hidden() {
    return rows.sizeAt(from);
  }

  /** Whether what comes is not shown. */
  boolean isFrozen() {
    return frozen != null;
  }

  /** How many rows came since it was frozen, before the filter. */
  long missed() {
    Extent limit = frozen;
    return limit == null ? 0 : rows.size() - rows.sizeAt(limit);
  }

  /** Why no more is recorded; null while all is well. */
  @Nullable String trouble() {
    return transcript.stopped();
  }

  @Override
  public long first() {
    return filter == null ? rows.sizeAt(from) : 0;
  }

  @Override
  public long end() {
    Extent limit = frozen;
    if (filter == null) {
      return limit == null ? rows.size() : rows.sizeAt(limit);
    }
    return limit == null ? filter.size() : wantedBefore(filter, rows.sizeAt(limit));
  }

  private static long wantedBefore(RowFilter filter, long row) {
    try {
      return filter.firstFrom(row);
    } catch (IOException unreadable) {
      // Then the rows cannot be read either, and each says so in its place.
      return filter.size();
    }
  }

  @Override
  public Row row(long index) throws IOException {
    TranscriptRow row = read(index);
    Shown shown = shown(row);
    // Where others are hidden, the row that had the time may be among them.
    boolean repeats = filter == null && !row.opensExchange();
    return new Row(
        gutter(row.exchange()),
        kind(row.exchange()),
        shown.text(),
        spans(row, shown),
        repeats,
        row.continues());
  }

  @Override
  public boolean joins(long index) throws IOException {
    boolean follows =
        filter == null || (index > 0 && filter.row(index - 1) + 1 == filter.row(index));
    return follows && read(index).continues();
  }

  private TranscriptRow read(long index) throws IOException {
    TranscriptRow row = rows.row(filter == null ? index : filter.row(index));
    Extent limit = frozen;
    if (limit == null || row.end() <= limit.bytes()) {
      return row;
    }
    // The last line has grown since.
    int length = (int) Math.clamp(limit.bytes() - row.offset(), 0, (long) row.bytes().length);
    byte[] bytes = Arrays.copyOf(row.bytes(), length);
    return new TranscriptRow(
        row.exchange(),
        row.opensExchange(),
        row.offset(),
        bytes,
        row.cut(),
        row.continues(),
        false);
  }

  private Shown shown(TranscriptRow row) {
    if (row.exchange().direction().isNews()) {
      return ShownText.of(row.bytes(), UTF_8);
    }
    return mode == Mode.TEXT
        ? ShownText.of(row.bytes(), look.charset())
        : ShownHex.of(row.offset() - row.exchange().offset(), row.bytes(), mode == Mode.BOTH);
  }

  private String gutter(Exchange exchange) throws IOException {
    boolean first = exchange.number() == 0 || look.clock() != Clock.SINCE_LAST;
    long last = first ? exchange.nanos() : transcript.exchange(exchange.number() - 1).nanos();
    return look.gutter(transcript, exchange, last);
  }

  private static Row.Kind kind(Exchange exchange) {
    return switch (exchange.direction()) {
      case OUT -> Row.Kind.OUT;
      case IN -> Row.Kind.IN;
      case EVENT -> Row.Kind.EVENT;
      case FAILURE -> Row.Kind.FAILURE;
    };
  }

  private List<Row.Span> spans(TranscriptRow row, Shown shown) throws IOException {
    @Nullable Style[] styles = new Style[shown.text().length()];
    shown.dim().forEach(part -> fill(styles, part, Style.DIM));
    TranscriptSearch in = search;
    if (in != null) {
      HitList found = in.hits();
      long begin = Math.max(0, row.offset() - Needle.LONGEST);
      long count = found.count();
      for (long i = found.firstFrom(begin); i < count; i++) {
        Hit hit = found.hit(i);
        if (hit.offset() >= row.end()) {
          break;
        }
        for (Shown.Part part : parts(row, shown, hit)) {
          fill(styles, part, Style.MATCH);
        }
      }
    }
    return spans(styles);
  }

  private static List<Shown.Part> parts(TranscriptRow row, Shown shown, Hit hit) {
    long from = Math.max(0, hit.offset() - row.offset());
    long to = Math.min(row.bytes().length, hit.end() - row.offset());
    return from < to ? shown.parts((int) from, (int) to) : List.of();
  }

  private static void fill(@Nullable Style[] styles, Shown.Part part, Style style) {
    int to = Math.min(part.to(), styles.length);
    Arrays.fill(styles, Math.min(part.from(), to), to, style);
  }

  private static List<Row.Span> spans(@Nullable Style[] styles) {
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

  /** Where the bytes of a row begin in the transcript; where it ends if there is no such row. */
  long offset(long index) throws IOException {
    return index < end() ? read(index).offset() : transcript.bytes().size();
  }

  /** The row in which the byte at {@code offset} is, or the next one that is shown. */
  long index(long offset) throws IOException {
    long row = rows.rowAt(offset);
    return filter == null ? Math.max(row, first()) : filter.firstFrom(row);
  }

  /** The part of a row in which a hit is shown first; empty when none of it is there. */
  List<Shown.Part> parts(long index, Hit hit) throws IOException {
    TranscriptRow row = read(index);
    return parts(row, shown(row), hit);
  }

  /**
   * The bytes of some rows as they were sent or received, line ends and all, without events.
   *
   * @param most how many bytes are wanted at most; there is one more when there are more
   */
  byte[] bytes(long fromRow, long toRow, int most, JobContext context) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long to = Math.min(toRow, end());
    for (long index = fromRow; index < to && bytes.size() <= most; index++) {
      context.checkCancelled();
      context.progress(index - fromRow, to - fromRow, Progress.Unit.ITEMS);
      TranscriptRow row = read(index);
      if (!row.exchange().direction().isNews()) {
        bytes.writeBytes(row.bytes());
        if (row.fed()) {
          bytes.write('\n');
        }
      }
    }
    byte[] all = bytes.toByteArray();
    return all.length <= most ? all : Arrays.copyOf(all, most + 1);
  }
}
