package org.wirebench.fx.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.DocumentText;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.RawRows;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.Looker;

/** Makes a document that may still grow into lines. FX thread only, but for its job. */
final class Intake implements AutoCloseable {
  private static final Messages TEXT = Messages.of(Intake.class);

  private final Charset charset;
  private final DocumentText text;
  private final RawRows rows;
  private final @Nullable EventRows events;
  private final Looker looker;
  private volatile boolean complete;
  private volatile boolean finished;

  /**
   * @param work closes what this makes
   * @param document what is taken in
   * @param kind what it is
   * @param changed is called on the thread of the job, when more was taken in
   */
  Intake(
      Work work,
      FxJobs jobs,
      ByteStores stores,
      Document document,
      DocumentKind kind,
      Charset charset,
      Runnable changed,
      Consumer<Failure> failed) {
    this.charset = charset;
    this.text = work.own(new DocumentText(document.bytes(), charset, stores));
    this.rows = work.own(new RawRows(text.bytes(), text.charset(), stores));
    this.events =
        kind == DocumentKind.EVENTS
            ? work.own(new EventRows(document.bytes(), document.arrivals().orElse(null), stores))
            : null;
    work.hold();
    this.looker =
        new Looker(jobs, TEXT.get("intake.job"), this::scan, changed, failed, work::release);
  }

  private boolean scan(JobContext context) throws IOException {
    boolean last = complete;
    if (last) {
      text.finish(context);
      rows.finish(context);
      if (events != null) {
        events.finish(context);
      }
      finished = true;
    } else {
      text.update(context);
      rows.update(context);
      if (events != null) {
        events.update(context);
      }
    }
    return !last && complete;
  }

  /** More came. */
  void news() {
    looker.news();
  }

  /** No more comes. */
  void complete() {
    complete = true;
    looker.news();
  }

  /** Whether there may be something that was not taken in. */
  boolean isLooking() {
    return looker.isLooking();
  }

  /** Whether all was taken in, and no more comes. */
  boolean isFinished() {
    return finished;
  }

  /** What the document itself is in. */
  Charset charset() {
    return charset;
  }

  DocumentText text() {
    return text;
  }

  RawRows rows() {
    return rows;
  }

  /** Its events; null where it is no stream of them. */
  @Nullable EventRows events() {
    return events;
  }

  /** Takes in no more. */
  @Override
  public void close() {
    looker.close();
  }
}
