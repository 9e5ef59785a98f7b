package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.wirebench.core.document.DocumentRows;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.document.JsonTable;
import org.wirebench.core.document.RawRows;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;

/** Brings parts of a document to the clipboard; says so, and where it was too much for that. */
record Copying(Notices notices) {
  private static final Messages TEXT = Messages.of(Copying.class);

  /** What was copied, and whether that is all of it. */
  private record Copied(String text, boolean whole) {}

  /** What is to be copied. */
  private interface Part {
    boolean write(Limited out, JobContext context) throws IOException;
  }

  private void copy(Work work, Charset charset, Part part) {
    var _ =
        work.start(
            TEXT.get("copy.job"),
            context -> {
              Limited out = new Limited(LogView.MOST_COPIED);
              boolean whole = part.write(out, context);
              return new Copied(out.text(charset), whole);
            },
            this::ended);
  }

  private void ended(Outcome<Copied> outcome) {
    switch (outcome) {
      case Outcome.Done<Copied>(Copied copied) -> put(copied);
      case Outcome.Failed<Copied>(var failure) -> notices.failure(failure);
      case Outcome.Cancelled<Copied> _ -> notices.info(TEXT.get("copy.cancelled"));
    }
  }

  private void put(Copied copied) {
    if (copied.text().isEmpty()) {
      notices.info(TEXT.get("copy.nothing"));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(copied.text());
    Clipboard.getSystemClipboard().setContent(content);
    String size = Amounts.bytes(copied.text().length());
    notices.info(TEXT.get(copied.whole() ? "copy.done" : "copy.cut", size));
  }

  /** All rows of a view: the text as it came, a tree as it is written, a dump. */
  void all(Work work, ShownRows shown) {
    DocumentRows rows = shown.rows();
    if (rows instanceof TreeRows tree) {
      copy(work, shown.charset(), (out, _) -> out.take(() -> tree.write(out)));
    } else if (rows instanceof RawRows || rows instanceof EventRows) {
      copy(
          work,
          shown.charset(),
          (out, _) -> {
            try (var in = shown.bytes().newInputStream(0, shown.bytes().size())) {
              return out.take(() -> in.transferTo(out));
            }
          });
    } else {
      copy(work, UTF_8, (out, context) -> out.take(() -> dump(rows, out, context)));
    }
  }

  private static void dump(DocumentRows rows, Limited out, JobContext context) throws IOException {
    long size = rows.size();
    for (long row = 0; row < size; row++) {
      context.checkCancelled();
      context.progress(row, size, Progress.Unit.ITEMS);
      out.write((rows.row(row).text() + "\n").getBytes(UTF_8));
    }
  }

  /** The value of a row, exactly as the document has it; of an event, its data. */
  void value(Work work, ShownRows shown, long row) {
    if (shown.rows() instanceof JsonRows json) {
      copy(work, shown.charset(), (out, _) -> out.take(() -> json.writeValue(row, out)));
    } else if (shown.rows() instanceof EventRows events) {
      event(work, events, row);
    }
  }

  /** All data of an event. */
  void event(Work work, EventRows events, long row) {
    copy(work, UTF_8, (out, _) -> out.take(() -> events.writeData(row, out)));
  }

  /** Where a row is, as a JSONPath. */
  void path(Work work, ShownRows shown, long row) {
    if (shown.rows() instanceof JsonRows json) {
      copy(
          work,
          UTF_8,
          (out, _) -> out.take(() -> out.write(json.place(row).path().getBytes(UTF_8))));
    }
  }

  /** Rows of a table as CSV (RFC 4180), with a head. */
  void table(Work work, JsonTable table, List<Long> rows) {
    copy(work, UTF_8, (out, context) -> out.take(() -> csv(table, rows, out, context)));
  }

  private static void csv(JsonTable table, List<Long> rows, Limited out, JobContext context)
      throws IOException {
    List<String> columns = table.columns();
    out.write(
        (String.join(",", columns.stream().map(Copying::quoted).toList()) + "\r\n")
            .getBytes(UTF_8));
    int size = rows.size();
    for (int i = 0; i < size; i++) {
      context.checkCancelled();
      context.progress(i, size, Progress.Unit.ITEMS);
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns.size(); column++) {
        line.append(column == 0 ? "" : ",").append(quoted(table.cell(rows.get(i), column)));
      }
      out.write(line.append("\r\n").toString().getBytes(UTF_8));
    }
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
