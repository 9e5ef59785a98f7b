package org.wirebench.fx.document;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.FilterProblem;
import org.wirebench.core.document.Filtered;
import org.wirebench.core.document.JsonFilter;
import org.wirebench.core.document.XmlFilter;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;

/** What of a tree is wanted, by a JSONPath or an XPath, as it is typed. FX thread only. */
final class DocumentFilter implements AutoCloseable {
  private static final Messages TEXT = Messages.of(DocumentFilter.class);

  /** Whoever types goes on within that time, and wants nothing filtered yet. */
  private static final Duration REST = Duration.ofMillis(250);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Consumer<Failure> failed;
  private final JsonFilter json = new JsonFilter();
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(this, "nothing", "");
  private final ReadOnlyObjectWrapper<@Nullable TreeDocument> found =
      new ReadOnlyObjectWrapper<>(this, "found", null);
  private @Nullable OpenDocument in;
  private @Nullable DocumentKind kind;
  private @Nullable Work looking;
  private @Nullable Work shown;
  private JobClock.@Nullable Timer rest;

  /** How a run ended: with a tree of what was found, or with what was wrong. */
  private sealed interface Answer {
    record Found(TreeDocument tree, long matches) implements Answer {}

    record Wrong(String reason) implements Answer {}
  }

  /** What a run made; closed once nobody shows it any more. */
  private static final class Made implements AutoCloseable {
    private volatile @Nullable ByteStore bytes;
    private volatile @Nullable TreeDocument tree;

    @Override
    public void close() throws IOException {
      TreeDocument made = tree;
      if (made != null) {
        made.close();
      }
      ByteStore found = bytes;
      if (found != null) {
        found.close();
      }
    }
  }

  DocumentFilter(FxJobs jobs, ByteStores stores, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.stores = stores;
    this.failed = failed;
    text.addListener((_, _, _) -> typed());
  }

  /** The path, as it is typed; empty for all of the document. */
  StringProperty textProperty() {
    return text;
  }

  /** Why the path cannot be used; empty while it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** "12 matches". */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** What is said where nothing matches; empty where something does. */
  ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  /** What matches; null where all is shown. */
  ReadOnlyObjectProperty<@Nullable TreeDocument> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** What works on what matches; null where all is shown. */
  @Nullable Work work() {
    return shown;
  }

  /** Filters another document, or the same, of which a tree was made; null for none. */
  void in(@Nullable OpenDocument document) {
    if (in == document) {
      return;
    }
    in = document;
    boolean other = document != null && kind != null && document.kind() != kind;
    kind = document == null ? kind : document.kind();
    if (other && !text.get().isEmpty()) {
      // A path of JSON means nothing in XML. This runs by itself.
      text.set("");
    } else {
      run();
    }
  }

  private void typed() {
    if (rest != null) {
      rest.cancel();
    }
    if (text.get().isBlank()) {
      run();
    } else {
      rest = jobs.after(REST, this::run);
    }
  }

  private void run() {
    rest = null;
    stop();
    OpenDocument document = in;
    Intake lines = document == null ? null : document.intake();
    String path = text.get().strip();
    if (document == null || lines == null || path.isEmpty()) {
      problem.set("");
      show(null, "", "", null);
      return;
    }
    Work work = new Work(jobs);
    looking = work;
    count.set(TEXT.get("filter.running"));
    DocumentKind kind = document.kind();
    // The document must stay open as long as it is read.
    Work reading = document.work();
    reading.hold();
    work.own(reading::release);
    Made made = work.own(new Made());
    var _ =
        work.start(
            TEXT.get("filter.job", document.name()),
            context -> find(kind, lines, path, made, context),
            this::ended);
  }

  private Answer find(DocumentKind kind, Intake lines, String path, Made made, JobContext context)
      throws Exception {
    var bytes = lines.text().bytes();
    var charset = lines.text().charset();
    Filtered filtered;
    try {
      filtered =
          kind == DocumentKind.JSON
              ? json.run(bytes, charset, path, stores, context)
              : new XmlFilter(kind == DocumentKind.HTML).run(bytes, charset, path, stores, context);
    } catch (FilterProblem wrong) {
      return new Answer.Wrong(String.valueOf(wrong.getMessage()));
    }
    made.bytes = filtered.document();
    TreeDocument tree = new TreeDocument(kind, filtered.document(), filtered.charset(), stores);
    made.tree = tree;
    return new Answer.Found(tree.read(context), filtered.matches());
  }

  private void ended(Outcome<Answer> outcome) {
    Work work = looking;
    looking = null;
    switch (outcome) {
      case Outcome.Done<Answer>(Answer.Found(TreeDocument tree, long matches)) -> {
        problem.set("");
        String none = matches == 0 ? TEXT.get("filter.nothing") : "";
        show(tree, TEXT.get("filter.count", matches), none, work);
      }
      case Outcome.Done<Answer>(Answer.Wrong(String reason)) -> {
        problem.set(reason);
        count.set("");
        close(work);
      }
      case Outcome.Failed<Answer>(Failure failure) -> {
        count.set("");
        close(work);
        failed.accept(failure);
      }
      case Outcome.Cancelled<Answer> _ -> {
        count.set(TEXT.get("filter.stopped"));
        close(work);
      }
    }
  }

  private static void close(@Nullable Work work) {
    if (work != null) {
      work.close();
    }
  }

  /** What was shown is closed only once nobody shows it any more. */
  private void show(
      @Nullable TreeDocument tree, String matches, String none, @Nullable Work owner) {
    Work before = shown;
    shown = owner;
    count.set(matches);
    nothing.set(none);
    found.set(tree);
    close(before);
  }

  private void stop() {
    close(looking);
    looking = null;
  }

  /** Filters nothing any more. */
  @Override
  public void close() {
    if (rest != null) {
      rest.cancel();
    }
    in(null);
  }
}
