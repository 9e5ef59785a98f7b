package org.wirebench.tool.http.service;

import java.io.IOException;
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
   * Whether another request can be sent after a while: the server has not ended the connection
   * meanwhile, and has said nothing that would be taken for the answer.
   */
  boolean isFit() throws IOException, InterruptedException;

  /**
   * Carries one exchange.
   *
   * @param phases is told the steps
   * @param taker takes the body of the answer
   */
  void carry(Outgoing request, Exchange exchange, Phases phases, Taker taker, JobContext context)
      throws Exception;

  /** Whether the connection can carry another exchange, now that one has ended, well or not. */
  boolean rests();
}
