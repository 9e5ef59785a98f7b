package org.wirebench.fx.frame;

import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.ToolView;

/** A tab that is a {@link ToolFrame}, and what its tool put in there. */
public interface FramedView extends ToolView {
  /** What does for the tab what is the same for all tools. */
  ToolFrame frame();

  @Override
  default Node node() {
    return frame().node();
  }

  @Override
  default ObservableStringValue title() {
    return frame().model().titleProperty();
  }

  @Override
  default ObservableBooleanValue busy() {
    return frame().model().runningProperty();
  }

  @Override
  default Observable edits() {
    return frame().edits();
  }

  @Override
  default Entry entry() {
    return frame().model().entry();
  }

  @Override
  default Map<String, String> draft() {
    return frame().draft();
  }

  @Override
  default void restoreDraft(Map<String, String> draft) {
    frame().restore(draft);
  }

  @Override
  default void focus() {
    frame().focus();
  }

  @Override
  default void primary() {
    frame().row().primary();
  }

  @Override
  default void cancel() {
    frame().row().cancel();
  }
}
