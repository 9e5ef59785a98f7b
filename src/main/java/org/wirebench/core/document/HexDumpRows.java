package org.wirebench.core.document;

import java.io.IOException;
import java.util.Objects;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.Hex;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.transcript.ShownHex;

/** A document as a dump of sixteen bytes a row. Needs no index. */
public final class HexDumpRows implements DocumentRows {
  private final ByteStore bytes;

  public HexDumpRows(ByteStore bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return (bytes.size() + Hex.ROW - 1) / Hex.ROW;
  }

  @Override
  public DocumentRow row(long number) throws IOException {
    long offset = Objects.checkIndex(number, size()) * Hex.ROW;
    byte[] some = bytes.read(offset, Hex.ROW);
    return new DocumentRow.Builder(offset)
        .bytes(offset, some.length, ShownHex.of(offset, some, true))
        .build();
  }

  @Override
  public long rowAt(long offset) {
    return Math.clamp(offset / Hex.ROW, 0, Math.max(0, size() - 1));
  }

  @Override
  public void update(JobContext context) {
    context.progress(bytes.size(), bytes.size(), Progress.Unit.BYTES);
  }

  @Override
  public void finish(JobContext context) {
    update(context);
  }

  @Override
  public void close() {}
}
