package org.wirebench.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireConnection;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;

/** The events of the wire log as rows: all of them, up to the one where the view was paused. */
class WireRows implements RowSource {
  private static final Messages TEXT = Messages.of(WireRows.class);
  private static final int PREVIEW = 160;
  private static final int TOOL = 8;

  private final WireLog log;
  private volatile long pausedAt = Long.MAX_VALUE;

  WireRows(WireLog log) {
    this.log = log;
  }

  /** Nothing is added any more until it goes on. */
  void pause(boolean paused) {
    pausedAt = paused ? log.end() : Long.MAX_VALUE;
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
    return event(index).map(WireRows::row).orElseGet(() -> Row.plain(TEXT.get("wire.gone")));
  }

  /** One event as a row. */
  static Row row(WireEvent event) {
    WireConnection connection = event.connection();
    String tool = String.format(Locale.ROOT, "%-" + TOOL + "s", connection.tool());
    String where = Escapes.display(connection.label());
    String size = event.direction() == Direction.EVENT ? "" : Amounts.bytes(event.payload().length);
    String text = TEXT.get("wire.row", tool, where, size).stripTrailing() + "  ";
    List<Row.Span> spans = new ArrayList<>();
    spans.add(new Row.Span(0, text.length(), Row.Style.DIM));
    return new Row(time(event.nanos()), kind(event), text + preview(event), spans);
  }

  private static Row.Kind kind(WireEvent event) {
    return switch (event.direction()) {
      case OUT -> Row.Kind.OUT;
      case IN -> Row.Kind.IN;
      case EVENT ->
          switch (event.kind()) {
            case RESET_RECEIVED, RESET_SENT -> Row.Kind.FAILURE;
            default -> Row.Kind.EVENT;
          };
    };
  }

  private static String preview(WireEvent event) {
    if (event.direction() == Direction.EVENT) {
      return event.text();
    }
    byte[] bytes = event.payload();
    int shown = Math.min(PREVIEW, bytes.length);
    String text = Escapes.encode(bytes, 0, shown, StandardCharsets.UTF_8);
    return Escapes.display(text) + (shown < bytes.length ? " …" : "");
  }

  /** Seconds since the log began, to the millisecond: "12.004". */
  static String time(long nanos) {
    return String.format(Locale.ROOT, "%8.3f", nanos / 1e9);
  }
}
