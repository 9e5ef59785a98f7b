package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.document.DocumentCharset;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.HexDumpRows;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;

/** A document that is shown, and what was made of it so far. FX thread only. */
final class OpenDocument implements AutoCloseable {
  private static final Messages TEXT = Messages.of(OpenDocument.class);

  private final Document document;
  private final FxJobs jobs;
  private final ByteStores stores;
  private final Runnable changed;
  private final Consumer<Failure> failed;
  private final Pulse taken;
  private Work work;
  private @Nullable Intake intake;
  private DocumentKind kind;
  private boolean settled;
  private boolean complete;
  private @Nullable TreeDocument tree;
  private @Nullable Job<TreeDocument> formatting;
  private boolean stopped;

  /**
   * @param changed is run when more of it can be shown, or in more ways
   * @param failed is told what could not be done with it
   */
  OpenDocument(
      Document document,
      FxJobs jobs,
      ByteStores stores,
      Runnable changed,
      Consumer<Failure> failed) {
    this.document = document;
    this.jobs = jobs;
    this.stores = stores;
    this.changed = changed;
    this.failed = failed;
    this.taken = jobs.pulse(this::taken);
    this.work = new Work(jobs);
    this.kind = DocumentKind.of(document.mediaType(), new byte[0]);
    grown();
  }

  Document document() {
    return document;
  }

  DocumentKind kind() {
    return kind;
  }

  long size() {
    return document.bytes().size();
  }

  /** Whether no more comes. */
  boolean isComplete() {
    return complete;
  }

  /** Whether all of it was taken in as text. */
  boolean isFinished() {
    return intake != null && intake.isFinished();
  }

  /** Its lines; null before the first bytes. */
  @Nullable Intake intake() {
    return intake;
  }

  /** It as a tree; null before that was made. */
  @Nullable TreeDocument tree() {
    return tree;
  }

  /** Whether a tree is being made. */
  boolean isFormatting() {
    return formatting != null;
  }

  /** Whether the user stopped that. */
  boolean isStopped() {
    return stopped;
  }

  /** What works on it, as long as it is shown. */
  Work work() {
    return work;
  }

  /** How it can be shown by now. */
  List<View> views(boolean compared) {
    List<View> views = new ArrayList<>();
    if (tree != null) {
      views.add(View.FORMATTED);
    }
    if (tree != null && tree.table().isPresent()) {
      views.add(View.TABLE);
    }
    if (intake != null && intake.events() != null) {
      views.add(View.EVENTS);
    }
    if (kind == DocumentKind.HTML && isFinished()) {
      views.add(View.PAGE);
    }
    if (kind == DocumentKind.IMAGE && isFinished()) {
      views.add(View.IMAGE);
    }
    views.add(View.TEXT);
    views.add(View.HEX);
    if (compared && isFinished()) {
      views.add(View.CHANGES);
    }
    return List.copyOf(views);
  }

  /** Whether it may come to more views than there are by now. */
  boolean isGettingReady() {
    boolean trees = kind.isTree() && tree == null && !stopped;
    return complete && size() > 0 && (!isFinished() || trees);
  }

  /** Whether it is not what it should be. */
  boolean isDamaged() {
    return tree != null && tree.fault().isPresent();
  }

  /** How it is shown where nobody chose: what is damaged as the text that it is. */
  View best() {
    return isDamaged() ? View.TEXT : kind.best();
  }

  /** The rows of a view; null while there are none. */
  @Nullable ShownRows rows(View view) {
    Intake lines = intake;
    if (lines == null) {
      return null;
    }
    return switch (view) {
      case FORMATTED -> tree == null ? null : tree.shown();
      case EVENTS -> {
        EventRows events = lines.events();
        yield events == null ? null : ShownRows.of(events, lines.text());
      }
      case HEX -> {
        HexDumpRows dump = new HexDumpRows(document.bytes());
        yield new ShownRows(dump, document.bytes(), lines.charset(), kind == DocumentKind.BINARY);
      }
      default -> ShownRows.of(lines.rows(), lines.text());
    };
  }

  /** More bytes came. */
  void grown() {
    if (size() == 0) {
      return;
    }
    if (!settled) {
      settle();
    }
    if (intake != null) {
      intake.news();
    }
  }

  /** Looks what it is, again until enough has come to be sure. */
  private void settle() {
    byte[] head;
    try {
      head = document.bytes().read(0, DocumentKind.HEAD);
    } catch (IOException unreadable) {
      settled = true;
      failed.accept(Unreadable.of(unreadable));
      return;
    }
    settled = complete || head.length >= DocumentKind.HEAD;
    kind = DocumentKind.of(document.mediaType(), head);
    String named = document.charset().map(charset -> "; charset=" + charset.name()).orElse("");
    // A stream of events is always in UTF-8 (WHATWG HTML, section 9.2.6), whatever it is said to
    // be.
    Charset charset =
        kind == DocumentKind.EVENTS
            ? UTF_8
            : DocumentCharset.guess(document.mediaType() + named, head);
    Intake before = intake;
    if (before == null || !before.charset().equals(charset)) {
      begin(charset);
    }
    if (before != null && before != intake) {
      changed.run();
    }
  }

  private void begin(Charset charset) {
    if (intake != null) {
      intake.close();
      work.close();
      work = new Work(jobs);
    }
    intake = new Intake(work, jobs, stores, document, kind, charset, taken::changed, failed);
  }

  /** No more comes. */
  void complete() {
    complete = true;
    grown();
    if (intake != null) {
      intake.complete();
    }
    changed.run();
  }

  private void taken() {
    if (isFinished() && kind.isTree() && tree == null && formatting == null && !stopped) {
      format();
    }
    changed.run();
  }

  /** Makes a tree of it. */
  void format() {
    Intake lines = intake;
    if (lines == null || formatting != null || tree != null) {
      return;
    }
    stopped = false;
    TreeDocument made =
        work.own(new TreeDocument(kind, lines.text().bytes(), lines.text().charset(), stores));
    formatting = work.start(TEXT.get("open.format", name()), made::read, this::formatted);
    changed.run();
  }

  private void formatted(Outcome<TreeDocument> outcome) {
    formatting = null;
    switch (outcome) {
      case Outcome.Done<TreeDocument>(TreeDocument made) -> tree = made;
      case Outcome.Failed<TreeDocument>(Failure failure) -> {
        stopped = true;
        failed.accept(failure);
      }
      case Outcome.Cancelled<TreeDocument> _ -> stopped = true;
    }
    changed.run();
  }

  /** Makes no tree. */
  void stopFormatting() {
    Optional.ofNullable(formatting).ifPresent(Job::cancel);
  }

  /** What jobs call it; safe to show. */
  String name() {
    return Escapes.display(document.name());
  }

  /** Works no more; does not wait. */
  @Override
  public void close() {
    taken.close();
    if (intake != null) {
      intake.close();
    }
    work.close();
  }
}
