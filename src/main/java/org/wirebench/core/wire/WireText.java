package org.wirebench.core.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/**
 * Exports the wire log as text in UTF-8: a line for each event, and below it the bytes, line by
 * line, with escapes, so that a terminal can show it and every byte can be told.
 */
public final class WireText {
  private static final Messages TEXT = Messages.of(WireText.class);
  private static final String INDENT = "    ";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final WireLog log;
  private final OutputStream out;

  private WireText(WireLog log, OutputStream out) {
    this.log = log;
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /**
   * Writes the events wanted that are in the log now. The stream is flushed and stays open.
   *
   * @throws IOException when the log cannot be read or {@code out} not written
   */
  public static void write(WireLog log, WireFilter filter, OutputStream out) throws IOException {
    new WireText(log, out).write(filter);
  }

  private void write(WireFilter filter) throws IOException {
    line(TEXT.get("text.title", TIME.format(log.started())));
    if (log.dropped() > 0) {
      line(TEXT.get("export.dropped", log.dropped()));
    }
    try {
      log.forEach(log.first(), log.end(), filter, this::writeUnchecked);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    out.flush();
  }

  private void writeUnchecked(WireEvent event) {
    try {
      write(event);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(WireEvent event) throws IOException {
    line(head(event));
    if (event.direction().isNews()) {
      return;
    }
    byte[] payload = event.payload();
    int from = 0;
    while (from < payload.length) {
      int to = from;
      while (to < payload.length && payload[to] != '\n') {
        to++;
      }
      to = Math.min(to + 1, payload.length);
      line(INDENT + Escapes.encode(payload, from, to - from, StandardCharsets.UTF_8));
      from = to;
    }
  }

  private String head(WireEvent event) {
    WireConnection connection = event.connection();
    String who =
        TIME.format(log.time(event))
            + "  "
            + Escapes.display(connection.tool())
            + " #"
            + connection.id()
            + " "
            + Escapes.display(connection.label())
            + "  ";
    return switch (event.direction()) {
      case OUT -> who + "→  " + TEXT.get("text.bytes", event.payload().length);
      case IN -> who + "←  " + TEXT.get("text.bytes", event.payload().length);
      case EVENT -> who + "·  " + event.text();
      case FAILURE -> who + "✕  " + event.text();
    };
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
