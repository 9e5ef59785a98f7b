package org.wirebench.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.job.Failure;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Recent;

/** A window that says nothing, and remembers only what was used. */
public final class Silent implements Notices, Recent {
  private final List<Entry> used = new CopyOnWriteArrayList<>();

  /** What was used, the newest first; more may be added. */
  public List<Entry> used() {
    return used;
  }

  @Override
  public void info(String text) {}

  @Override
  public void info(String text, Action next) {}

  @Override
  public void failure(Failure failure) {}

  @Override
  public List<Entry> of(String tool) {
    return List.copyOf(used);
  }

  @Override
  public void used(Entry entry) {
    used.addFirst(entry);
  }

  @Override
  public List<String> sentWith(String tool) {
    return List.of();
  }

  @Override
  public void sent(String tool, String text) {}
}
