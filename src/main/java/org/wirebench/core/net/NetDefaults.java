package org.wirebench.core.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/**
 * What holds where a request leaves it open. A request is saved as it was typed; services ask for
 * these at the moment they need them, so that a change holds from the next connection on.
 *
 * <p>The proxy is for TCP clients alone, with TLS or without: never for datagrams, Unix-domain
 * sockets or servers. It is not asked to lead to this machine: {@code localhost} and the names
 * below it (RFC 6761 section 6.3), loopback addresses and the unspecified address, since for the
 * proxy they would be the proxy itself. Names are not resolved to find out. A request that names a
 * proxy goes through it wherever it leads.
 *
 * @param proxy the way to all other machines
 * @param connectTimeout how long making a connection may take; positive
 * @param replyTimeout how long a step of a headless run may take; positive
 * @param trouble why the settings are not known, in words for the user; connections that would need
 *     to know the proxy are then not made, since going straight could be just what the user ruled
 *     out
 */
public record NetDefaults(
    ProxySettings proxy, Duration connectTimeout, Duration replyTimeout, Optional<String> trouble) {
  /** What holds where nothing is set: no proxy, 10 seconds to connect, 30 for a reply. */
  public static final NetDefaults BUILT_IN =
      new NetDefaults(
          ProxySettings.NONE,
          ConnectSpec.DEFAULT_TIMEOUT,
          Duration.ofSeconds(30),
          Optional.empty());

  private static final Messages TEXT = Messages.of(NetDefaults.class);
  private static final String LOCALHOST = "localhost";

  public NetDefaults {
    if (!connectTimeout.isPositive() || !replyTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "time-outs must be positive: " + connectTimeout + ", " + replyTimeout);
    }
  }

  /** The same when the settings could not be read, for this reason. */
  public NetDefaults withTrouble(String reason) {
    return new NetDefaults(proxy, connectTimeout, replyTimeout, Optional.of(reason));
  }

  /**
   * The way to {@code target}.
   *
   * @param named what the request says; empty where it leaves it open
   * @throws NetException when it depends on settings that could not be read
   */
  public ProxySettings way(Optional<ProxySettings> named, Endpoint target) throws NetException {
    if (trouble.isPresent() && named.isEmpty() && !isThisMachine(target)) {
      throw unknown(trouble.get());
    }
    return likelyWay(named, target);
  }

  /** The way to {@code target} as far as it is known: for showing it, not for going it. */
  public ProxySettings likelyWay(Optional<ProxySettings> named, Endpoint target) {
    return named.orElse(isThisMachine(target) ? ProxySettings.NONE : proxy);
  }

  /** Whether {@code target} is this machine by its very name, as above. */
  public static boolean isThisMachine(Endpoint target) {
    Optional<InetAddress> literal = target.literal();
    if (literal.isPresent()) {
      return literal.get().isLoopbackAddress() || literal.get().isAnyLocalAddress();
    }
    String name = target.ascii().toLowerCase(Locale.ROOT);
    String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
  }

  private static NetException unknown(String reason) {
    return new NetException(
        new NetFailure(
            Kind.INVALID,
            TEXT.get("settings.title"),
            Escapes.display(reason),
            TEXT.get("settings.remedy"),
            ""),
        null);
  }
}
