package org.wirebench.fx;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;

/**
 * A part of what is typed beside the request: kept with its tab, never saved with its request. The
 * {@linkplain ToolView#draft draft} of a tab is made of such parts, whose keys differ.
 */
public interface Draft {
  /** What is typed, as it is kept; nothing while it is as at first. */
  Map<String, String> draft();

  /** Puts back what was kept; what nobody could have typed is left out. */
  void restore(Map<String, String> draft);

  /** What is invalidated when {@link #draft()} says something else. */
  default List<Observable> changes() {
    return List.of();
  }
}
