package org.wirebench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.Looker;

/** Those events of the wire log that a filter wants. */
final class FilteredWireRows extends WireRows {
  private static final Messages TEXT = Messages.of(FilteredWireRows.class);

  private final WireMatches wanted;
  private final Looker looker;

  /**
   * @param changed is called, on the thread of the job that looks, when more was found
   * @param failed is told when no more can be found
   */
  FilteredWireRows(
      WireLog log,
      WireFilter filter,
      ByteStores stores,
      FxJobs jobs,
      Runnable changed,
      Consumer<Failure> failed) {
    super(log);
    wanted = new WireMatches(log, filter, _ -> true, stores);
    looker =
        new Looker(
            jobs, TEXT.get("wire.filtering"), wanted::scan, changed, failed, this::closeStore);
    looker.news();
  }

  @Override
  void news() {
    looker.news();
  }

  @Override
  boolean isLooking() {
    return looker.isLooking();
  }

  @Override
  public long first() {
    return index(log().first());
  }

  @Override
  public long end() {
    return limit() == log().end() ? wanted.end() : index(limit());
  }

  @Override
  long index(long sequence) {
    try {
      return wanted.firstFrom(sequence);
    } catch (IOException unreadable) {
      // The row itself then says that it cannot be read.
      return wanted.end();
    }
  }

  @Override
  Optional<WireEvent> event(long index) throws IOException {
    return log().get(wanted.place(index));
  }

  @Override
  long sequence(long index) throws IOException {
    return wanted.place(index);
  }

  /** Stops looking; the rows must not be asked any more. */
  @Override
  void close() {
    looker.close();
  }

  private void closeStore() {
    try {
      wanted.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
