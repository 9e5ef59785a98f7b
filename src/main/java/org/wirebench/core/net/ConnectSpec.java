package org.wirebench.core.net;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.TlsSettings;

/**
 * Whom to connect to, and how.
 *
 * @param tool the id of the tool, for the wire log
 * @param label what the wire log calls the connection
 * @param local the address and port to come from; the wildcard address or port 0 where only the
 *     other matters; null for whatever the system takes
 * @param tls null for a connection in clear text
 * @param timeout until the connection is ready for use, TLS included; positive
 */
public record ConnectSpec(
    String tool,
    String label,
    Endpoint remote,
    Family family,
    @Nullable InetSocketAddress local,
    SocketSettings socket,
    @Nullable TlsSettings tls,
    ProxySettings proxy,
    Duration timeout) {
  /** How long connecting may take where nothing else is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  public ConnectSpec {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("the time-out must be positive: " + timeout);
    }
    if (local != null && local.isUnresolved()) {
      throw new IllegalArgumentException("the local address must be resolved: " + local);
    }
  }

  /** Clear-text TCP without a proxy, by either family. */
  public static ConnectSpec to(String tool, Endpoint remote) {
    return new ConnectSpec(
        tool,
        remote.toString(),
        remote,
        Family.ANY,
        null,
        SocketSettings.DEFAULT,
        null,
        ProxySettings.NONE,
        DEFAULT_TIMEOUT);
  }

  public ConnectSpec withFamily(Family only) {
    return new ConnectSpec(tool, label, remote, only, local, socket, tls, proxy, timeout);
  }

  public ConnectSpec withLocal(@Nullable InetSocketAddress from) {
    return new ConnectSpec(tool, label, remote, family, from, socket, tls, proxy, timeout);
  }

  public ConnectSpec withSocket(SocketSettings options) {
    return new ConnectSpec(tool, label, remote, family, local, options, tls, proxy, timeout);
  }

  public ConnectSpec withTls(@Nullable TlsSettings settings) {
    return new ConnectSpec(tool, label, remote, family, local, socket, settings, proxy, timeout);
  }

  public ConnectSpec withProxy(ProxySettings through) {
    return new ConnectSpec(tool, label, remote, family, local, socket, tls, through, timeout);
  }

  public ConnectSpec withTimeout(Duration limit) {
    return new ConnectSpec(tool, label, remote, family, local, socket, tls, proxy, limit);
  }
}
