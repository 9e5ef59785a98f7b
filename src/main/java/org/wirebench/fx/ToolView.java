package org.wirebench.fx;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import org.wirebench.core.workspace.Entry;

/** What one tab of a tool shows. Lives on the FX thread. */
public interface ToolView extends AutoCloseable {
  /** What is shown; the same node each time. */
  Node node();

  /** What the tab is called: what it is connected to, or the name of the request. */
  ObservableStringValue title();

  /**
   * Whether something is being done that will end, so that the tab shows a spinner; not while a
   * connection merely stays open, since a spinner that never stops costs power.
   */
  ObservableBooleanValue busy();

  /** Whether a connection stands, so that the tab is marked with a dot. */
  default ObservableBooleanValue live() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /**
   * Invalidated whenever what was typed changes. The window then asks for {@link #entry()},
   * compares it with what was saved (the dot on the tab) and journals it.
   */
  Observable edits();

  /** What is typed now, complete or not. Quick, since it is asked for often. */
  Entry entry();

  /**
   * What is typed beside the entry, such as a line that is not sent yet: kept with the tab, never
   * saved with its request. Quick, as {@link #entry()}.
   */
  default Map<String, String> draft() {
    return Map.of();
  }

  /** Puts back what {@link #draft()} said when the tab was open before. */
  default void restoreDraft(Map<String, String> draft) {}

  /** What can be done in this tab, for the palette and as shortcuts while the tab is shown. */
  List<Action> actions();

  /** Puts the focus where one begins to type. */
  void focus();

  /** Presses the primary button of the address row, if it can be pressed. */
  void primary();

  /** Presses Cancel, if something runs. */
  void cancel();

  /** The tab is gone: what runs is cancelled, what was kept for it is deleted. Does not block. */
  @Override
  void close();
}
