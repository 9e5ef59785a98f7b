package org.wirebench.fx.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.Looker;

/** Filter and search of one view, carried on together. FX thread only. */
final class Lookup implements AutoCloseable {
  private static final Messages TEXT = Messages.of(Lookup.class);

  private final @Nullable RowFilter filter;
  private final @Nullable TranscriptSearch search;
  private final Looker looker;

  /**
   * @param changed is called, on the thread of the job, when more was found
   * @param failed is told when no more can be found
   */
  Lookup(
      FxJobs jobs,
      @Nullable RowFilter filter,
      @Nullable TranscriptSearch search,
      Runnable changed,
      Consumer<Failure> failed) {
    this.filter = filter;
    this.search = search;
    this.looker =
        new Looker(jobs, TEXT.get("look.job"), this::scan, changed, failed, this::release);
  }

  /** Whether there may be something that was not looked at yet. */
  boolean isLooking() {
    return looker.isLooking();
  }

  /** Something was recorded. */
  void news() {
    if (filter != null || search != null) {
      looker.news();
    }
  }

  private boolean scan(JobContext context) throws IOException {
    boolean more = filter != null && filter.scan(context);
    boolean moreHits = search != null && search.scan(context);
    return more || moreHits;
  }

  /** Stops looking; what was found is gone. */
  @Override
  public void close() {
    looker.close();
  }

  private void release() {
    try {
      if (filter != null) {
        filter.close();
      }
      if (search != null) {
        search.close();
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
