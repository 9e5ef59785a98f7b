package org.wirebench.core.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.ServerTls;

/**
 * Where to listen, and how.
 *
 * @param tool the id of the tool, for the wire log
 * @param label what the wire log calls the connections; empty for the address of each client
 * @param host a name or a literal address of this machine; null for all of them
 * @param port 0 to 65535; 0 for any that is free
 * @param family with {@code host} null: ANY takes both families through one socket
 * @param backlog how many clients may wait to be accepted, 1 and up; the system may keep fewer
 * @param socket options of each accepted connection
 * @param tls null for clear text
 * @param handshakeTimeout how long a client may take for its TLS handshake; positive
 */
public record ListenSpec(
    String tool,
    String label,
    @Nullable String host,
    int port,
    Family family,
    int backlog,
    SocketSettings socket,
    @Nullable ServerTls tls,
    Duration handshakeTimeout) {
  /** How many clients may wait where nothing else is said. */
  public static final int DEFAULT_BACKLOG = 1024;

  /** How long a TLS handshake may take where nothing else is said. */
  public static final Duration DEFAULT_HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

  public ListenSpec {
    if (port < 0 || port > Endpoint.LAST_PORT) {
      throw new IllegalArgumentException("no such port: " + port);
    }
    if (backlog < 1) {
      throw new IllegalArgumentException("the backlog must be positive: " + backlog);
    }
    if (!handshakeTimeout.isPositive()) {
      throw new IllegalArgumentException("the time-out must be positive: " + handshakeTimeout);
    }
  }

  /** Clear-text TCP. */
  public static ListenSpec on(String tool, @Nullable String host, int port) {
    return new ListenSpec(
        tool,
        "",
        host,
        port,
        Family.ANY,
        DEFAULT_BACKLOG,
        SocketSettings.DEFAULT,
        null,
        DEFAULT_HANDSHAKE_TIMEOUT);
  }

  /** On 127.0.0.1, at any free port. */
  public static ListenSpec loopback(String tool) {
    return on(tool, "127.0.0.1", 0);
  }

  public ListenSpec withLabel(String text) {
    return new ListenSpec(tool, text, host, port, family, backlog, socket, tls, handshakeTimeout);
  }

  public ListenSpec withFamily(Family only) {
    return new ListenSpec(tool, label, host, port, only, backlog, socket, tls, handshakeTimeout);
  }

  public ListenSpec withBacklog(int clients) {
    return new ListenSpec(tool, label, host, port, family, clients, socket, tls, handshakeTimeout);
  }

  public ListenSpec withSocket(SocketSettings options) {
    return new ListenSpec(tool, label, host, port, family, backlog, options, tls, handshakeTimeout);
  }

  public ListenSpec withTls(@Nullable ServerTls settings) {
    return new ListenSpec(
        tool, label, host, port, family, backlog, socket, settings, handshakeTimeout);
  }

  public ListenSpec withHandshakeTimeout(Duration limit) {
    return new ListenSpec(tool, label, host, port, family, backlog, socket, tls, limit);
  }
}
