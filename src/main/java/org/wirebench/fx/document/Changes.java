package org.wirebench.fx.document;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.DocumentCharset;
import org.wirebench.core.document.DocumentRow;
import org.wirebench.core.document.DocumentText;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.document.RawRows;
import org.wirebench.core.document.TextDiff;
import org.wirebench.core.job.JobContext;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;

/**
 * How a document differs from the one before, line by line; JSON as people write it, so that a
 * document in one line is compared by its values. Made in a job, read by any thread after.
 */
final class Changes implements RowSource, AutoCloseable {
  /** JSON that is larger is compared as it came: it would be written anew as a whole. */
  static final long MOST_FORMATTED = 64L << 20;

  private final List<Closeable> owned = new ArrayList<>();
  private final ByteStores stores;
  private @Nullable RawRows before;
  private @Nullable RawRows after;
  private @Nullable TextDiff diff;
  private long[] starts = {};

  Changes(ByteStores stores) {
    this.stores = stores;
  }

  /** Compares, in a job; nothing may be asked before. */
  Changes compare(Document left, Document right, boolean json, JobContext context)
      throws IOException {
    long largest = Math.max(left.bytes().size(), right.bytes().size());
    boolean formatted = json && largest <= MOST_FORMATTED;
    before = lines(left, formatted, context);
    after = lines(right, formatted, context);
    diff = TextDiff.of(before, after, context);
    starts = starts(diff, context);
    return this;
  }

  private RawRows lines(Document document, boolean json, JobContext context) throws IOException {
    byte[] head = document.bytes().read(0, DocumentKind.HEAD);
    String named = document.charset().map(charset -> "; charset=" + charset.name()).orElse("");
    Charset charset = DocumentCharset.guess(document.mediaType() + named, head);
    DocumentText text = new DocumentText(document.bytes(), charset, stores);
    owned.add(text::close);
    text.finish(context);
    ByteStore bytes = json ? formatted(text, context) : text.bytes();
    RawRows rows = new RawRows(bytes, text.charset(), stores);
    owned.add(rows::close);
    rows.finish(context);
    return rows;
  }

  private ByteStore formatted(DocumentText text, JobContext context) throws IOException {
    ByteStore written = stores.create();
    owned.add(written::close);
    try (JsonRows rows = new JsonRows(text.bytes(), text.charset(), stores);
        OutputStream out = new BufferedOutputStream(new Appending(written, context))) {
      rows.finish(context);
      rows.write(out);
    }
    return written;
  }

  /** Writes into a store, as long as the job goes on. */
  private static final class Appending extends OutputStream {
    private final ByteStore store;
    private final JobContext context;

    Appending(ByteStore store, JobContext context) {
      this.store = store;
      this.context = context;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      context.checkCancelled();
      store.append(bytes, offset, length);
    }
  }

  /** Where rows begin that are not in both. */
  private static long[] starts(TextDiff diff, JobContext context) {
    List<Long> found = new ArrayList<>();
    boolean same = true;
    for (long row = 0; row < diff.size(); row++) {
      boolean now = diff.row(row).kind() == TextDiff.Kind.SAME;
      if (same && !now) {
        found.add(row);
      }
      same = now;
      if (row % DocumentKind.HEAD == 0) {
        context.checkCancelled();
      }
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private TextDiff diff() {
    if (diff == null) {
      throw new IllegalStateException("nothing was compared yet");
    }
    return diff;
  }

  /** How many lines only the document before has. */
  long removed() {
    return diff().removed();
  }

  /** How many lines only this document has. */
  long added() {
    return diff().added();
  }

  /** Whether some of the lines count as different that both have. */
  boolean isCoarse() {
    return diff().isCoarse();
  }

  /** Whether only the beginning was compared. */
  boolean isCut() {
    return diff().isCut();
  }

  /** The row of the next change behind {@code row}, or of the one before; around the end. */
  long seek(boolean forward, long row) {
    if (starts.length == 0) {
      return -1;
    }
    int at = 0;
    while (at < starts.length && (forward ? starts[at] <= row : starts[at] < row)) {
      at++;
    }
    return starts[Math.floorMod(forward ? at : at - 1, starts.length)];
  }

  @Override
  public long end() {
    return diff == null ? 0 : diff.size();
  }

  @Override
  public Row row(long index) throws IOException {
    TextDiff.Row row = diff().row(index);
    DocumentRow shown = line(row);
    int length = shown.text().length();
    return switch (row.kind()) {
      case SAME -> new Row(" ", Row.Kind.PLAIN, shown.text(), List.of());
      case REMOVED -> changed("−", shown.text(), length, Row.Style.FAILURE);
      case ADDED -> changed("+", shown.text(), length, Row.Style.NUMBER);
    };
  }

  private static Row changed(String sign, String text, int length, Row.Style style) {
    return new Row(sign, Row.Kind.PLAIN, text, List.of(new Row.Span(0, length, style)));
  }

  private DocumentRow line(TextDiff.Row row) throws IOException {
    RawRows left = before;
    RawRows right = after;
    if (left == null || right == null) {
      throw new IllegalStateException("nothing was compared yet");
    }
    return row.right() >= 0 ? right.row(row.right()) : left.row(row.left());
  }

  /** As programs that compare write it. */
  @Override
  public String copy(long index) throws IOException {
    Row row = row(index);
    return row.gutter().replace("−", "-") + row.text();
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : owned.reversed()) {
      one.close();
    }
  }
}
