package org.wirebench.tool.socket.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.TlsSettings;

/**
 * Talks to a server.
 *
 * @param host a name or an address; empty for {@link Transport#UNIX}
 * @param port from 1 to 65535; 0 for {@link Transport#UNIX}
 * @param path the path of the socket for {@link Transport#UNIX}, else empty
 * @param family which addresses of the host are tried
 * @param local the address and the port to speak from
 * @param socket options of the socket
 * @param tls how the server is trusted, for {@link Transport#TLS}
 * @param proxy the way to the server; empty to leave it to the settings. Only for TCP and TLS
 * @param datagrams for {@link Transport#UDP}
 * @param steps what a headless run does
 */
public record ClientRequest(
    Transport transport,
    String host,
    int port,
    String path,
    Family family,
    Local local,
    SocketSettings socket,
    TlsSettings tls,
    Optional<ProxySettings> proxy,
    Datagrams datagrams,
    Talk talk,
    List<Step> steps,
    Optional<Duration> timeout)
    implements SocketRequest {

  /**
   * Where a socket speaks from.
   *
   * @param address one of this machine's addresses; empty for any
   * @param port from 1 to 65535; 0 for any
   */
  public record Local(String address, int port) {
    /** Any address, any port. */
    public static final Local ANY = new Local("", 0);
  }

  /**
   * How datagrams travel.
   *
   * @param broadcast whether they may be sent to a broadcast address
   * @param networkInterface the interface for multicast: {@code eth0}; empty for the system's
   *     choice
   * @param ttl the time to live of multicast datagrams, 0 to 255; empty for the system's choice
   * @param join the multicast groups to listen to
   */
  public record Datagrams(
      boolean broadcast, String networkInterface, Optional<Integer> ttl, List<String> join) {
    /** The system's choice, unicast only. */
    public static final Datagrams DEFAULT = new Datagrams(false, "", Optional.empty(), List.of());

    public Datagrams {
      join = List.copyOf(join);
    }
  }

  public ClientRequest {
    steps = List.copyOf(steps);
    if (transport.hasPort() && (host.isBlank() || port < 1 || port > 65535)) {
      throw new IllegalArgumentException("no host and port: " + host + ":" + port);
    }
    if (!transport.hasPort() && path.isBlank()) {
      throw new IllegalArgumentException("no path");
    }
  }

  /**
   * The same with nothing left open, as a program is written that does what a headless run does.
   */
  public ClientRequest filled(NetDefaults defaults) {
    return new ClientRequest(
        transport,
        host,
        port,
        path,
        family,
        local,
        socket,
        tls,
        transport.isTcp()
            ? Optional.of(defaults.likelyWay(proxy, new Endpoint(host, port)))
            : proxy,
        datagrams,
        talk,
        steps,
        Optional.of(timeout.orElse(defaults.replyTimeout())));
  }
}
