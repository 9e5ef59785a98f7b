package org.wirebench.fx.frame;

import javafx.scene.Node;
import org.wirebench.core.workspace.Tree;

/** What stands in the address row, with what is wrong with it. FX thread only. */
public interface ToolAddress {
  /** The controls before the button; those that may grow have their grow priority set. */
  Node[] controls();

  /** What is wrong with the address, under the row. */
  Node problem();

  /** Puts the focus where one begins to type. */
  void focus();

  /** Shows what the form says now, and what is wrong with it. */
  void edited();

  /** What {@code request}, which is typed now, is called among those that were run last. */
  String name(Tree.Fields request);
}
