package org.wirebench.fx.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.document.DocumentSearch;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Needle;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.FindModel;
import org.wirebench.fx.find.Hits;
import org.wirebench.fx.find.Looker;

/** The search of a document, for text or for 0x and hex digits. FX thread only. */
final class DocumentFind implements AutoCloseable {
  private static final Messages TEXT = Messages.of(DocumentFind.class);

  /** How often what was found so far is shown. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Consumer<Failure> failed;
  private final Runnable redraw;
  private final Consumer<Hit> go;
  private final FindModel find;
  private @Nullable DocumentSource in;
  private @Nullable DocumentSearch search;
  private @Nullable Looker looker;
  private JobClock.@Nullable Timer ticking;

  /**
   * @param redraw shows the rows anew
   * @param go is told the hit that the search went to
   */
  DocumentFind(
      FxJobs jobs, ByteStores stores, Consumer<Failure> failed, Runnable redraw, Consumer<Hit> go) {
    this.jobs = jobs;
    this.stores = stores;
    this.failed = failed;
    this.redraw = redraw;
    this.go = go;
    this.find = new FindModel(this::isLooking, this::begin, this::went);
  }

  FindModel model() {
    return find;
  }

  private boolean isLooking() {
    return looker != null && looker.isLooking();
  }

  /** Searches what {@code source} shows from now on; null for nothing. */
  void in(@Nullable DocumentSource source) {
    if (in != source) {
      end();
      in = source;
      begin();
    }
  }

  private void begin() {
    end();
    find.refuse("");
    DocumentSource source = in;
    String wanted = find.wanted();
    if (source == null || wanted.isEmpty()) {
      redraw.run();
      return;
    }
    try {
      ShownRows shown = source.shown();
      look(source, new DocumentSearch(shown.bytes(), Needle.of(wanted, shown.charset()), stores));
    } catch (ParseProblem wrong) {
      find.refuse(String.valueOf(wrong.getMessage()));
    }
    redraw.run();
  }

  private void look(DocumentSource source, DocumentSearch now) {
    search = now;
    source.search(now);
    looker =
        new Looker(
            jobs,
            TEXT.get("find.job"),
            context -> scan(now, context),
            () -> {},
            failed,
            () -> release(now));
    find.begin(Hits.of(now.hits()));
    news();
  }

  private static boolean scan(DocumentSearch search, JobContext context) throws IOException {
    search.update(context);
    return false;
  }

  private static void release(DocumentSearch search) {
    try {
      search.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** More of the document came. */
  void news() {
    if (looker != null) {
      looker.news();
      tick();
    }
  }

  private void tick() {
    if (ticking == null) {
      ticking = jobs.after(TICK, this::ticked);
    }
  }

  private void ticked() {
    ticking = null;
    boolean more = isLooking();
    find.advance();
    find.count();
    redraw.run();
    if (more) {
      tick();
    }
  }

  /** Goes to the next hit, or to the one before, as seen from an offset. */
  void seek(boolean forward, long start) {
    find.seek(forward, start);
  }

  private void went(long offset) {
    DocumentSearch found = search;
    if (found == null) {
      return;
    }
    try {
      go.accept(found.hits().hit(found.hits().firstFrom(offset)));
    } catch (IOException unreadable) {
      find.refuse(FindModel.unreadable(unreadable));
    }
  }

  private void end() {
    find.begin(null);
    if (in != null) {
      in.search(null);
    }
    search = null;
    if (ticking != null) {
      ticking.cancel();
      ticking = null;
    }
    if (looker != null) {
      looker.close();
      looker = null;
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    in(null);
  }
}
