package org.wirebench.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ToolView;

/** The views of the tabs, each built when its tab is first shown. */
final class TabViews {
  /** What was typed is looked at this often at most; with the journal it is below a second. */
  private static final Duration GATHER = Duration.ofMillis(150);

  private final FxJobs jobs;
  private final Runnable typed;
  private final Map<WorkTab, Built> views = new HashMap<>();

  /**
   * @param typed is called when what is typed in a tab has changed
   */
  TabViews(FxJobs jobs, Runnable typed) {
    this.jobs = jobs;
    this.typed = typed;
  }

  /** The view of a tab. */
  ToolView of(WorkTab tab) {
    Built there = views.get(tab);
    if (there != null) {
      return there.view;
    }
    Built built = new Built(tab, tab.kind().open().apply(tab.entry()));
    views.put(tab, built);
    return built.view;
  }

  /** The view of a tab, if it has been built. */
  Optional<ToolView> known(WorkTab tab) {
    return Optional.ofNullable(views.get(tab)).map(built -> built.view);
  }

  /** A tab is gone; what was typed in it stays with it. */
  void close(WorkTab tab) {
    Built built = views.remove(tab);
    if (built != null) {
      built.close();
    }
  }

  /** Closes the views of those tabs that are not open any more. */
  void keepOnly(TabsViewModel tabs) {
    for (WorkTab tab : List.copyOf(views.keySet())) {
      if (!tabs.tabs().contains(tab) && !tabs.apart().contains(tab)) {
        close(tab);
      }
    }
  }

  /** Takes over what is typed in all tabs, now. */
  void gather() {
    views.values().forEach(Built::gather);
  }

  /** All tabs are gone. */
  void closeAll() {
    List.copyOf(views.keySet()).forEach(this::close);
  }

  /** A view and what ties it to its tab. */
  private final class Built {
    private final WorkTab tab;
    private final ToolView view;
    private JobClock.@Nullable Timer timer;
    private final Subscription naming;
    private boolean open = true;

    Built(WorkTab tab, ToolView view) {
      this.tab = tab;
      this.view = view;
      tab.connectedProperty().bind(view.title());
      tab.busyProperty().bind(view.busy());
      tab.liveProperty().bind(view.live());
      if (!tab.dirtyProperty().get()) {
        // The view may write what it was given in another way; that is no change of the user's.
        tab.opened(view.entry());
      }
      view.restoreDraft(tab.draft());
      view.edits().addListener(this::edited);
      edited(view.edits());
      naming = tab.connectedProperty().subscribe((_, _) -> typed.run());
    }

    private void edited(Observable what) {
      if (what instanceof ObservableValue<?> value) {
        // An invalidated value says so again only after it was looked at.
        Object _ = value.getValue();
      }
      if (open && timer == null) {
        timer =
            jobs.after(
                GATHER,
                () -> {
                  timer = null;
                  if (open) {
                    gather();
                  }
                });
      }
    }

    void gather() {
      var before = tab.entry();
      var draft = tab.draft();
      tab.typed(view.entry());
      tab.drafted(view.draft());
      if (!tab.entry().equals(before) || !tab.draft().equals(draft)) {
        typed.run();
      }
    }

    void close() {
      gather();
      open = false;
      if (timer != null) {
        timer.cancel();
      }
      naming.unsubscribe();
      tab.connectedProperty().unbind();
      tab.busyProperty().unbind();
      tab.busyProperty().set(false);
      tab.liveProperty().unbind();
      tab.liveProperty().set(false);
      view.close();
    }
  }
}
