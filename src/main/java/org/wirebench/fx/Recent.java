package org.wirebench.fx;

import java.util.List;
import org.wirebench.core.workspace.Entry;

/** What was run last, newest first, kept over restarts. FX thread only. */
public interface Recent {
  /** The last entries of a tool, each target once. */
  List<Entry> of(String tool);

  /**
   * An entry was run.
   *
   * @param entry its name says what was talked to: "127.0.0.1:7007"; must hold no secret
   */
  void used(Entry entry);
}
