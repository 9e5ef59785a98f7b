package org.wirebench.fx;

import java.util.List;
import org.wirebench.core.workspace.Entry;

/** What was run and sent last, kept over restarts. FX thread only. */
public interface Recent {
  /** How many texts that were sent are kept for each tool. */
  int MOST_SENT = 100;

  /** How long a text may be to be kept, in characters. */
  int LONGEST_SENT = 4096;

  /** The last entries of a tool, newest first, each target once. */
  List<Entry> of(String tool);

  /**
   * An entry was run.
   *
   * @param entry its name says what was talked to: "127.0.0.1:7007"; must hold no secret
   */
  void used(Entry entry);

  /** What was typed and sent with a tool, oldest first, each text once. */
  List<String> sentWith(String tool);

  /**
   * A text was typed and sent.
   *
   * @param text as it was typed: variables by their names and not by what they stand for, which may
   *     be secret
   */
  void sent(String tool, String text);
}
