package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.KeyValueTable;
import org.wirebench.fx.KeyValueTable.Row;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HeaderField;

/** The headers that came, and those that were sent, as they were on the wire. */
final class HeadersPane extends ScrollPane {
  private static final Messages TEXT = Messages.of(HeadersPane.class);

  /** More rows than anybody reads would hold up the window. */
  private static final int MOST = 500;

  private final KeyValueTable came = new KeyValueTable();
  private final KeyValueTable trailers = new KeyValueTable();
  private final KeyValueTable sent = new KeyValueTable();
  private final Label trailerHead = head(TEXT.get("headers.trailers"));

  HeadersPane() {
    VBox all =
        new VBox(
            head(TEXT.get("headers.came")),
            came,
            trailerHead,
            trailers,
            head(TEXT.get("headers.sent")),
            sent);
    all.getStyleClass().addAll("setup-content", "setup-column");
    setContent(all);
    setFitToWidth(true);
  }

  private static Label head(String text) {
    Label head = new Label(text);
    head.getStyleClass().add("muted");
    return head;
  }

  void show(Exchange exchange) {
    came.show(rows(exchange.head().map(one -> one.headers()).orElse(List.of())));
    sent.show(rows(exchange.sentHeaders()));
    List<Row> last = rows(exchange.trailers());
    trailers.show(last);
    FormParts.show(trailerHead, !last.isEmpty());
  }

  /** Shows none. */
  void showNothing() {
    came.show(List.of());
    trailers.show(List.of());
    sent.show(List.of());
    FormParts.show(trailerHead, false);
  }

  private static List<Row> rows(List<HeaderField> fields) {
    List<Row> rows = new ArrayList<>();
    for (HeaderField field : fields.subList(0, Math.min(MOST, fields.size()))) {
      String meaning = KnownHeader.named(field.name()).map(KnownHeader::meaning).orElse("");
      rows.add(new Row(Escapes.display(field.name()), Escapes.display(field.value()), meaning));
    }
    if (fields.size() > MOST) {
      rows.add(Row.of("", TEXT.get("headers.more", fields.size() - MOST)));
    }
    return rows;
  }
}
