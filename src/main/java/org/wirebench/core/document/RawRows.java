package org.wirebench.core.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Objects;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LineIndex;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.transcript.ShownText;
import org.wirebench.core.transcript.TextRows;

/**
 * A document as the lines of text that it is. A line that is longer than {@value TextRows#LONGEST}
 * bytes goes on in the next row.
 */
public final class RawRows implements DocumentRows {
  private static final long STEP = 4 << 20;

  private final ByteStore bytes;
  private final Charset charset;
  private final LineIndex index;

  /**
   * @param bytes the document, in a charset as {@link DocumentText} gives it
   * @param stores where the index grows
   */
  public RawRows(ByteStore bytes, Charset charset, ByteStores stores) {
    this.bytes = bytes;
    this.charset = charset;
    this.index = new LineIndex(bytes, stores, TextRows.LONGEST);
  }

  @Override
  public long size() {
    return index.lines();
  }

  @Override
  public DocumentRow row(long number) throws IOException {
    LineIndex.Line line = index.line(Objects.checkIndex(number, size()));
    byte[] text = bytes.read(line.start(), line.length());
    return new DocumentRow.Builder(line.start())
        .continues(!line.begins())
        .bytes(line.start(), text.length, ShownText.of(text, charset))
        .build();
  }

  /** The bytes of a row as they are, without the line end. */
  byte[] bytes(long number) throws IOException {
    LineIndex.Line line = index.line(number);
    return bytes.read(line.start(), line.length());
  }

  @Override
  public long rowAt(long offset) throws IOException {
    return index.lineAt(offset);
  }

  @Override
  public void update(JobContext context) throws IOException {
    long size = bytes.size();
    long done;
    do {
      context.checkCancelled();
      done = index.update(STEP);
      context.progress(Math.min(done, size), size, Progress.Unit.BYTES);
    } while (done < size);
  }

  @Override
  public void finish(JobContext context) throws IOException {
    update(context);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
