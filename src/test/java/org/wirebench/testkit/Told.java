package org.wirebench.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.job.Failure;
import org.wirebench.fx.Action;
import org.wirebench.fx.Notices;

/** The edge of the window, where short news are told; remembers them. */
public final class Told implements Notices {
  private final List<String> told = new CopyOnWriteArrayList<>();

  /**
   * What was told, the oldest first; of a failure its title and its cause: "No room: disk full".
   */
  public List<String> all() {
    return told;
  }

  @Override
  public void info(String text) {
    told.add(text);
  }

  @Override
  public void info(String text, Action next) {
    told.add(text);
  }

  @Override
  public void failure(Failure failure) {
    told.add(failure.title() + ": " + failure.cause());
  }
}
