package org.wirebench.core.net;

import java.io.Closeable;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Waits for clients, on TCP or on a Unix-domain socket. */
public interface Listener extends Closeable {
  /**
   * Waits for the next client.
   *
   * @return the client, or null when the listener was closed
   * @throws NetException when the system cannot accept any more
   * @throws InterruptedException when the job that listens is cancelled
   */
  @Nullable Incoming accept() throws NetException, InterruptedException;

  /** Where it listens, with the port it really got. */
  SocketAddress address();

  /** Stops listening; a thread that waits in {@link #accept} returns. Clients stay connected. */
  @Override
  void close();
}
