package org.wirebench.core.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.IpAddresses;
import org.wirebench.core.text.Messages;

/** Socket addresses as people write them. */
public final class SocketAddresses {
  private static final Messages TEXT = Messages.of(SocketAddresses.class);

  private SocketAddresses() {}

  /** {@code 127.0.0.1:80}, {@code [::1]:80} or a path; safe to show, never asks for a name. */
  public static String text(SocketAddress address) {
    return switch (address) {
      case InetSocketAddress inet -> inet(inet);
      case UnixDomainSocketAddress unix ->
          unix.getPath().toString().isEmpty()
              ? TEXT.get("address.unnamed")
              : Escapes.display(unix.getPath().toString());
      default -> Escapes.display(address.toString());
    };
  }

  private static String inet(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    String host = ip == null ? address.getHostString() : IpAddresses.text(ip);
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return Escapes.display(shown + ":" + address.getPort());
  }
}
