package org.wirebench.fx.document;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/** Which document is shown, and in which of its views. FX thread only. */
final class Showing {
  /** What is ready within that time is shown at once in its best way, and in no other before. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Notices notices;
  private final DocumentFlags flags;
  private final Consumer<Shown> told;
  private final DocumentPlace place;
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private final Map<DocumentKind, View> chosen = new EnumMap<>(DocumentKind.class);
  private @Nullable OpenDocument open;
  private @Nullable Document previous;
  private @Nullable View chosenHere;
  private View view = View.TEXT;
  private JobClock.@Nullable Timer patience;

  /**
   * What is shown now.
   *
   * @param document null while there is nothing of it
   * @param views those that it can be shown in by now
   * @param isPatient whether it was given so little time that nothing is said of what it still does
   */
  record Shown(@Nullable OpenDocument document, List<View> views, View view, boolean isPatient) {}

  /**
   * @param flags say what can be done with what is shown
   * @param told is told what is shown, each time that may be something else
   */
  Showing(
      FxJobs jobs, ByteStores stores, Notices notices, DocumentFlags flags, Consumer<Shown> told) {
    this.jobs = jobs;
    this.stores = stores;
    this.notices = notices;
    this.flags = flags;
    this.told = told;
    this.place = new DocumentPlace(jobs, stores, notices, this::refresh, this::showFacts);
  }

  /** Where it is shown. */
  DocumentPlace place() {
    return place;
  }

  /** What there is to say of it. */
  ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The document; empty where there is none. */
  Optional<OpenDocument> document() {
    return Optional.ofNullable(open);
  }

  /** The view that is shown, or was last. */
  View view() {
    return view;
  }

  /** Shows another document, of which nothing is complete yet. */
  void show(Document document) {
    leave();
    open = new OpenDocument(document, jobs, stores, this::refresh, notices::failure);
    patience = jobs.after(PATIENCE, this::waited);
    refresh();
  }

  private void waited() {
    patience = null;
    refresh();
  }

  /** More bytes came. */
  void grown() {
    if (open != null) {
      open.grown();
      refresh();
    }
  }

  /** What it can be compared with; null for nothing. */
  void compareWith(@Nullable Document before) {
    previous = before;
    refresh();
  }

  boolean isCompared() {
    return previous != null;
  }

  /** Shows nothing. */
  void clear() {
    leave();
    previous = null;
    refresh();
  }

  private void leave() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
    OpenDocument before = open;
    open = null;
    chosenHere = null;
    place.clear();
    if (before != null) {
      before.close();
    }
  }

  /** The user chose; that holds for all documents of the kind. */
  void choose(View wanted) {
    if (open != null) {
      chosen.put(open.kind(), wanted);
      chosenHere = wanted;
      refresh();
    }
  }

  /** Goes to the next view, or to the one before. */
  void step(int by) {
    if (open != null) {
      List<View> views = open.views(isCompared());
      choose(views.get(Math.floorMod(views.indexOf(view) + by, views.size())));
    }
  }

  private void refresh() {
    OpenDocument now = open;
    boolean any = now != null && now.size() > 0;
    flags.any().set(any);
    if (now == null || !any) {
      place.showNothing(now);
      flags.show(null, view, null);
      told.accept(new Shown(null, List.of(), view, true));
      return;
    }
    List<View> views = now.views(isCompared());
    View wanted = wanted(now);
    boolean ready = views.contains(wanted);
    if (!ready && patience != null && (!now.isComplete() || now.isGettingReady())) {
      place.showNothing(null);
      return;
    }
    view = ready ? wanted : views.contains(now.best()) ? now.best() : now.kind().meanwhile();
    told.accept(new Shown(now, views, view, patience != null));
    place.show(now, view, previous);
    flags.show(now, view, place.rows().source());
    showFacts();
  }

  /** What is damaged is not what was chosen for others of its kind. */
  private View wanted(OpenDocument now) {
    if (chosenHere != null) {
      return chosenHere;
    }
    View usual = chosen.get(now.kind());
    return usual == null || now.isDamaged() ? now.best() : usual;
  }

  private void showFacts() {
    if (open != null) {
      facts.set(place.facts(open, view));
    }
  }
}
