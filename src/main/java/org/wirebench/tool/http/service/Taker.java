package org.wirebench.tool.http.service;

import java.io.IOException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Phases;

/** Takes the body of an answer. */
interface Taker {
  /** Reads {@code content} to its end. */
  void take(ResponseHead head, Framing.Content content) throws IOException;

  /** Makes takers. */
  @FunctionalInterface
  interface Maker {
    /**
     * The taker of one exchange.
     *
     * @param watch is to be told that something came
     * @param phases are to be told that all came
     */
    Taker make(Exchange exchange, Watch watch, Phases phases, JobContext context);
  }
}
