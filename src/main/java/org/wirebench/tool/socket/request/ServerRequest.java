package org.wirebench.tool.socket.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;

/**
 * Is a server.
 *
 * @param host the address to listen on; empty for all
 * @param port from 1 to 65535; 0 for a free one
 * @param path the path of the socket for {@link Transport#UNIX}, else empty
 * @param family which addresses are listened on; {@link Family#ANY} is dual-stack
 * @param socket options of each client's socket
 * @param identity the certificate for {@link Transport#TLS}; empty for one that is made on the spot
 * @param maxClients how many may be connected at once, at least 1; others are closed at once
 * @param join multicast groups to listen to, for {@link Transport#UDP}
 * @param networkInterface the interface for multicast; empty for the system's choice
 * @param behaviour what the server does on its own
 * @param steps what a headless run waits for and sends
 */
public record ServerRequest(
    Transport transport,
    String host,
    int port,
    String path,
    Family family,
    SocketSettings socket,
    Optional<KeySource> identity,
    int maxClients,
    List<String> join,
    String networkInterface,
    Behaviour behaviour,
    Talk talk,
    List<Step> steps,
    Optional<Duration> timeout)
    implements SocketRequest {
  /** How many clients a server takes where nothing else is said. */
  public static final int DEFAULT_MAX_CLIENTS = 10_000;

  public ServerRequest {
    join = List.copyOf(join);
    steps = List.copyOf(steps);
    if (port < 0 || port > 65535 || maxClients < 1) {
      throw new IllegalArgumentException("port " + port + ", at most " + maxClients + " clients");
    }
    if (!transport.hasPort() && path.isBlank()) {
      throw new IllegalArgumentException("no path");
    }
  }
}
