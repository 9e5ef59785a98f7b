package org.wirebench.tool.http.service;

import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Phases;

/** A connection that carries exchanges, one after the other. For one job at a time. */
interface Line {
  Connection connection();

  /** Watches over the exchanges. */
  Watch watch();

  /** Whether an exchange was carried already. */
  boolean isUsed();

  /**
   * Carries one exchange.
   *
   * @param phases is told the steps
   * @param taker takes the body of the answer
   * @return whether the connection can carry another one
   */
  boolean carry(Outgoing request, Exchange exchange, Phases phases, Taker taker, JobContext context)
      throws Exception;
}
