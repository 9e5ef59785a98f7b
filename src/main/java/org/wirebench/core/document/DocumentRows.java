package org.wirebench.core.document;

import java.io.IOException;
import org.wirebench.core.job.JobContext;

/**
 * A document as numbered rows for a screen. One thread, that of a job, takes in what comes; any
 * other may ask for rows meanwhile, and gets those that are there. A row is answered in
 * microseconds from an index on the disk. The document itself stays open when this is closed.
 */
public interface DocumentRows extends AutoCloseable {
  /** How many rows there are to show; grows while the document does, shrinks when one is folded. */
  long size();

  /**
   * One row.
   *
   * @param index from 0 to {@link #size()} - 1; may be beyond the end when rows were folded since,
   *     then it is an empty row
   */
  DocumentRow row(long index) throws IOException;

  /** The number of the row in which the byte at {@code offset} is shown, or would be; 0 if none. */
  long rowAt(long offset) throws IOException;

  /**
   * Takes in what came into the store since the last time, with progress.
   *
   * @throws IOException when the document cannot be read, or the disk is full
   * @throws java.util.concurrent.CancellationException when the job was cancelled; what was taken
   *     in until then is there, and the next call goes on with the rest
   */
  void update(JobContext context) throws IOException;

  /** Like {@link #update}, and nothing will come any more: what is unfinished now stays so. */
  void finish(JobContext context) throws IOException;

  /** Forgets the index. */
  @Override
  void close() throws IOException;
}
