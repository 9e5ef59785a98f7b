package org.wirebench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wirebench.core.workspace.Entry;

/**
 * What came of one saved request.
 *
 * @param sentences what was not as expected; empty when all held
 * @param kind a word for what went wrong, for reports; empty when all held
 */
record Ran(
    Path file,
    Entry entry,
    State state,
    Instant started,
    Duration time,
    List<String> sentences,
    String kind) {
  /** How a request ended. */
  enum State {
    /** Every check held. */
    HELD,
    /** A check did not hold. */
    FAILED,
    /** The request could not be carried out. */
    BROKEN,
    /** It was stopped, or not begun since the run was stopped. */
    STOPPED
  }

  Ran {
    sentences = List.copyOf(sentences);
  }
}
