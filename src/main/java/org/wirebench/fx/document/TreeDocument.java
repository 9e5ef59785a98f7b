package org.wirebench.fx.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.document.JsonTable;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.document.XmlRows;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/** A document as a tree, what is wrong with it, and the table that it may be. */
final class TreeDocument implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final ByteStore bytes;
  private final Charset charset;
  private final ByteStores stores;
  private final TreeRows rows;
  private @Nullable JsonTable table;
  private @Nullable Fault fault;

  /**
   * Where a document is damaged.
   *
   * @param offset the first byte that does not belong there
   * @param line from 1
   * @param column from 1, in bytes
   * @param reason in words, beginning in lower case
   */
  record Fault(long offset, long line, long column, String reason) {}

  /** A tree of nothing yet. */
  TreeDocument(DocumentKind kind, ByteStore bytes, Charset charset, ByteStores stores) {
    this.bytes = bytes;
    this.charset = charset;
    this.stores = stores;
    this.rows =
        kind == DocumentKind.JSON
            ? new JsonRows(bytes, charset, stores)
            : new XmlRows(bytes, charset, kind == DocumentKind.HTML, stores);
  }

  /** Takes in all of the document, in a job; nothing else may be asked before. */
  TreeDocument read(JobContext context) throws IOException {
    rows.finish(context);
    if (rows instanceof JsonRows json) {
      Optional<JsonRows.Fault> found = json.fault();
      if (found.isPresent()) {
        fault = place(found.get(), context);
      }
      // What came before the damage is still a table of its own, but nobody would expect one.
      table = found.isPresent() ? null : JsonTable.find(json, stores).orElse(null);
      if (table != null) {
        table.update(context);
      }
    }
    return this;
  }

  private Fault place(JsonRows.Fault found, JobContext context) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long line = 1;
    long begin = 0;
    for (long at = 0; at < found.offset(); ) {
      context.checkCancelled();
      context.progress(at, found.offset(), Progress.Unit.BYTES);
      int length = bytes.read(at, chunk, 0, (int) Math.min(CHUNK, found.offset() - at));
      if (length < 0) {
        break;
      }
      for (int i = 0; i < length; i++) {
        if (chunk[i] == '\n') {
          line++;
          begin = at + i + 1;
        }
      }
      at += length;
    }
    return new Fault(found.offset(), line, found.offset() - begin + 1, found.reason());
  }

  /** Its rows, and what they show. */
  ShownRows shown() {
    return new ShownRows(rows, bytes, charset, false);
  }

  TreeRows rows() {
    return rows;
  }

  Optional<JsonTable> table() {
    return Optional.ofNullable(table);
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public void close() throws IOException {
    if (table != null) {
      table.close();
    }
    rows.close();
  }
}
