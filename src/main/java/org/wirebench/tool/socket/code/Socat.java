package org.wirebench.tool.socket.code;

import java.net.Inet6Address;
import org.wirebench.core.net.SocketSettings;

/** Parts of the addresses of socat. */
final class Socat {
  private Socat() {}

  /** A host in an address: IPv6 needs brackets. */
  static String host(String host) {
    return Texts.literal(host).filter(Inet6Address.class::isInstance).isPresent()
        ? "[" + host + "]"
        : Texts.host(host);
  }

  /** A path or another free text in an address, where some characters mean something. */
  static String text(String text) {
    return text.replaceAll("([\\\\:,!\"'({\\[])", "\\\\$1");
  }

  /** Options of a TCP socket. */
  static String options(SocketSettings socket) {
    StringBuilder options = new StringBuilder();
    if (socket.noDelay()) {
      options.append(",nodelay");
    }
    if (socket.keepAlive()) {
      options.append(",keepalive");
    }
    return options.append(buffers(socket)).toString();
  }

  /** The buffers of a socket of any kind. */
  static String buffers(SocketSettings socket) {
    StringBuilder options = new StringBuilder();
    socket.sendBuffer().ifPresent(size -> options.append(",sndbuf=").append(size));
    socket.receiveBuffer().ifPresent(size -> options.append(",rcvbuf=").append(size));
    return options.toString();
  }

  /** Makes a socket listen to a group. */
  static String join(String group, String networkInterface) {
    if (group.contains(":")) {
      String card = networkInterface.isEmpty() ? "" : networkInterface;
      return ",ipv6-join-group=[" + group + "]:" + card;
    }
    return ",ip-add-membership="
        + group
        + ":"
        + (networkInterface.isEmpty() ? "0.0.0.0" : networkInterface);
  }
}
