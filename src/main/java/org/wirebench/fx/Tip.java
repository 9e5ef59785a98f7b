package org.wirebench.fx;

import javafx.scene.control.Tooltip;

/**
 * A tooltip that leaves Escape to what lies below: it goes away, and a pop-over closes or a job is
 * cancelled all the same.
 */
public final class Tip extends Tooltip {
  /** Says nothing yet. */
  public Tip() {
    this("");
  }

  /** Says {@code text}. */
  public Tip(String text) {
    super(text);
    setConsumeAutoHidingEvents(false);
  }
}
