package org.wirebench.fx;

import org.wirebench.core.job.Failure;

/** Short news at the edge of the window, for what has no better place. FX thread only. */
public interface Notices {
  /** Something was done: "Saved to echo.yaml". */
  void info(String text);

  /** Something was done, and this can be done next. */
  void info(String text, Action next);

  /** Something could not be done. */
  void failure(Failure failure);
}
