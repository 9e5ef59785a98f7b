package org.wirebench.core.document;

import java.io.IOException;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.transcript.HitList;
import org.wirebench.core.transcript.Needle;

/**
 * The places in a document where something stands, found by a job. They are places of its bytes,
 * whatever rows it is shown in: {@link DocumentRows#rowAt} says in which, and {@link
 * TreeRows#reveal} unfolds that. One thread looks; any may ask what was found.
 */
public final class DocumentSearch implements AutoCloseable {
  private static final int WINDOW = 64 * 1024;

  private final ByteStore bytes;
  private final Needle needle;
  private final HitList hits;
  private final byte[] window = new byte[WINDOW];
  private volatile long position;

  /**
   * @param bytes the document
   * @param needle what is looked for, in the charset of the document
   * @param stores where what is found is kept
   */
  public DocumentSearch(ByteStore bytes, Needle needle, ByteStores stores) {
    this.bytes = bytes;
    this.needle = needle;
    this.hits = new HitList(stores);
  }

  /**
   * Looks through what it has not yet looked through; again when more has come.
   *
   * @throws IOException when the document cannot be read, or the disk is full
   */
  public void update(JobContext context) throws IOException {
    long size = bytes.size();
    int length = WINDOW;
    while (length == WINDOW) {
      context.checkCancelled();
      length = fill(size);
      look(length);
      context.progress(position, size, Progress.Unit.BYTES);
    }
  }

  private int fill(long size) throws IOException {
    int wanted = (int) Math.min(WINDOW, size - position);
    int length = 0;
    while (length < wanted) {
      length += bytes.read(position + length, window, length, wanted - length);
    }
    return length;
  }

  private void look(int length) throws IOException {
    long start = position;
    int at = 0;
    int found = needle.find(window, at, length);
    while (found >= 0) {
      int hit = needle.lengthAt(window, found, length);
      hits.add(start + found, hit);
      at = found + hit;
      found = needle.find(window, at, length);
    }
    // What might be the beginning of a hit is looked at again together with what comes after it.
    position = start + Math.max(at, length - needle.longest() + 1);
  }

  /** What was found so far. */
  public HitList hits() {
    return hits;
  }

  /** All hits that begin before here were found. */
  public long position() {
    return position;
  }

  /** Forgets what was found. */
  @Override
  public void close() throws IOException {
    hits.close();
  }
}
