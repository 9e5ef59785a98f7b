package org.wirebench.core.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.ServerTls;

/**
 * Where to listen, and how.
 *
 * @param tool the id of the tool, for the wire log
 * @param host a name or a literal address of this machine; null for all of them
 * @param port 0 to 65535; 0 for any that is free
 * @param family with {@code host} null: ANY takes both families through one socket
 * @param socket options of each accepted connection
 * @param tls null for clear text
 * @param handshakeTimeout how long a client may take for its TLS handshake; positive
 */
public record ListenSpec(
    String tool,
    @Nullable String host,
    int port,
    Family family,
    SocketSettings socket,
    @Nullable ServerTls tls,
    Duration handshakeTimeout) {
  /** How long a TLS handshake may take where nothing else is said. */
  public static final Duration DEFAULT_HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

  public ListenSpec {
    if (port < 0 || port > Endpoint.LAST_PORT) {
      throw new IllegalArgumentException("no such port: " + port);
    }
    if (!handshakeTimeout.isPositive()) {
      throw new IllegalArgumentException("the time-out must be positive: " + handshakeTimeout);
    }
  }

  /** Clear-text TCP. */
  public static ListenSpec on(String tool, @Nullable String host, int port) {
    return new ListenSpec(
        tool, host, port, Family.ANY, SocketSettings.DEFAULT, null, DEFAULT_HANDSHAKE_TIMEOUT);
  }

  public ListenSpec withFamily(Family only) {
    return new ListenSpec(tool, host, port, only, socket, tls, handshakeTimeout);
  }

  public ListenSpec withSocket(SocketSettings options) {
    return new ListenSpec(tool, host, port, family, options, tls, handshakeTimeout);
  }

  public ListenSpec withTls(@Nullable ServerTls settings) {
    return new ListenSpec(tool, host, port, family, socket, settings, handshakeTimeout);
  }
}
