package org.wirebench.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireConnection;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;

/** The events of the wire log as rows: all of them, up to the one where the view was paused. */
class WireRows implements RowSource {
  private static final Messages TEXT = Messages.of(WireRows.class);
  private static final int TOOL = 8;

  /** "999 kB" is the longest. */
  private static final int SIZE = 6;

  private final WireLog log;
  private volatile long pausedAt = Long.MAX_VALUE;
  private volatile WireMarks marks = WireMarks.NONE;

  WireRows(WireLog log) {
    this.log = log;
  }

  /** Nothing is added any more until it goes on. */
  void pause(boolean paused) {
    pausedAt = paused ? log.end() : Long.MAX_VALUE;
  }

  /** Marks this in all rows. */
  void mark(WireMarks now) {
    marks = now;
  }

  /** Something was recorded. */
  void news() {
    // All of it is shown.
  }

  /** Whether there may be something that was not looked at yet. */
  boolean isLooking() {
    return false;
  }

  /** Gives back what the rows need. */
  void close() {
    // They need nothing but the log.
  }

  /** The first row whose event has that number in the log, or a higher one. */
  long index(long sequence) {
    return sequence;
  }

  /** The number that the event of a row has in the log. */
  long sequence(long index) throws IOException {
    return index;
  }

  /** Whether the view is paused. */
  final boolean isPaused() {
    return pausedAt != Long.MAX_VALUE;
  }

  /** The number after that of the last event to be shown. */
  final long limit() {
    return Math.max(log.first(), Math.min(log.end(), pausedAt));
  }

  final WireLog log() {
    return log;
  }

  @Override
  public long first() {
    return log.first();
  }

  @Override
  public long end() {
    return limit();
  }

  /** The event of a row. */
  Optional<WireEvent> event(long index) throws IOException {
    return log.get(index);
  }

  @Override
  public Row row(long index) throws IOException {
    return event(index).map(this::row).orElseGet(() -> Row.plain(TEXT.get("wire.gone")));
  }

  /** One event as a row. */
  private Row row(WireEvent event) {
    WireConnection connection = event.connection();
    String tool = String.format(Locale.ROOT, "%-" + TOOL + "s", connection.tool());
    String where = Escapes.display(connection.label());
    String size = event.direction().isNews() ? "" : Amounts.bytes(event.payload().length);
    String text = TEXT.get("wire.row", tool, ("%" + SIZE + "s").formatted(size), where) + "  ";
    List<Row.Span> spans = new ArrayList<>();
    spans.add(new Row.Span(0, text.length(), Row.Style.DIM));
    WirePreview preview = new WirePreview(event);
    spans.addAll(preview.marks(marks, text.length()));
    return new Row(time(event.nanos()), kind(event), text + preview.text(), spans);
  }

  private static Row.Kind kind(WireEvent event) {
    return switch (event.direction()) {
      case OUT -> Row.Kind.OUT;
      case IN -> Row.Kind.IN;
      case EVENT -> Row.Kind.EVENT;
      case FAILURE -> Row.Kind.FAILURE;
    };
  }

  /** Seconds since the log began, to the millisecond: "12.004". */
  static String time(long nanos) {
    return String.format(Locale.ROOT, "%9.3f", nanos / 1e9);
  }
}
