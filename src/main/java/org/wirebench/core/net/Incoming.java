package org.wirebench.core.net;

import java.io.Closeable;
import java.net.SocketAddress;
import org.wirebench.core.job.JobContext;

/**
 * A client that was accepted and not yet served. Its TLS handshake happens in {@link #open}, on the
 * client's own thread, so that a slow client holds up no other.
 */
public interface Incoming extends Closeable {
  /** Where the client comes from. */
  SocketAddress remote();

  /**
   * Makes it a connection, with its TLS handshake where the listener speaks TLS. Closed when {@code
   * context} is cancelled.
   *
   * @throws NetException when the handshake fails or takes too long; the client is closed then
   * @throws InterruptedException when the job is cancelled meanwhile
   */
  Connection open(JobContext context) throws NetException, InterruptedException;

  /** Sends the client away. Has no effect once it was opened. */
  @Override
  void close();
}
