package org.wirebench.shell;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireConnection;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.KeyValueTable;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.Segments;

/** One event of the wire log, with its bytes as text or as a dump. */
final class WireDetails extends BorderPane {
  private static final Messages TEXT = Messages.of(WireDetails.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final WireLog log;
  private final KeyValueTable facts = new KeyValueTable();
  private final LogView bytes;
  private boolean asText = true;
  private @Nullable WireEvent event;

  WireDetails(FxJobs jobs, WireLog log) {
    this.log = log;
    bytes = new LogView(jobs, TEXT.get("wire.bytes"));
    bytes.setTail(false);
    getStyleClass().add("wire-details");
    Segments<Boolean> form =
        new Segments<>(List.of(true, false), WireDetails::title, WireDetails::title);
    form.valueProperty().subscribe(this::showAs);
    VBox head = new VBox(facts, form);
    head.getStyleClass().add("wire-facts");
    setTop(head);
    setCenter(bytes);
    setMinSize(160, 0);
  }

  /** Marks this text in the bytes, in any case; nothing where it is empty. */
  void highlight(String text) {
    bytes.highlightProperty().set(text);
  }

  private static String title(boolean text) {
    return text ? TEXT.get("wire.asText") : TEXT.get("wire.asHex");
  }

  private void showAs(boolean text) {
    asText = text;
    bytes.wrapProperty().set(text);
    showBytes();
  }

  void show(WireEvent now) {
    event = now;
    WireConnection connection = now.connection();
    List<KeyValueTable.Row> rows = new ArrayList<>();
    rows.add(KeyValueTable.Row.of(TEXT.get("wire.time"), TIME.format(log.time(now))));
    rows.add(
        KeyValueTable.Row.of(
            TEXT.get("wire.connection"),
            TEXT.get("wire.connection.one", connection.id(), Escapes.display(connection.label()))));
    if (connection.local() != null && connection.remote() != null) {
      rows.add(
          KeyValueTable.Row.of(
              TEXT.get("wire.route"),
              TEXT.get(
                  now.direction() == Direction.IN ? "wire.route.in" : "wire.route.out",
                  connection.carrier().name(),
                  SocketAddresses.text(connection.local()),
                  SocketAddresses.text(connection.remote()))));
    }
    if (!now.direction().isNews()) {
      int length = now.payload().length;
      rows.add(
          new KeyValueTable.Row(
              TEXT.get("wire.size"),
              Amounts.bytes(length),
              TEXT.get("wire.size.exact", Amounts.count(length))));
    }
    facts.show(rows);
    showBytes();
  }

  private void showBytes() {
    WireEvent shown = event;
    if (shown != null) {
      bytes.setSource(asText ? textRows(shown.payload()) : hexRows(shown.payload()));
    }
  }

  /** The lines of what was sent, each safe to show. */
  private static RowSource textRows(byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    return RowSource.of(text.lines().limit(100_000).map(Escapes::display).map(Row::plain).toList());
  }

  private static RowSource hexRows(byte[] payload) {
    return new RowSource() {
      @Override
      public long end() {
        return ((long) payload.length + Hex.ROW - 1) / Hex.ROW;
      }

      @Override
      public Row row(long index) {
        int from = (int) index * Hex.ROW;
        int count = Math.min(Hex.ROW, payload.length - from);
        return Row.plain(Hex.row(from, payload, from, count));
      }
    };
  }
}
