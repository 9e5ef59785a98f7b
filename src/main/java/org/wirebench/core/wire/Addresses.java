package org.wirebench.core.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.IpAddresses;

/** Socket addresses as people write them. */
final class Addresses {
  private Addresses() {}

  /** {@code "127.0.0.1:80"}, {@code "[::1]:80"}, {@code "name:80"}, or empty for none. */
  static String text(@Nullable InetSocketAddress address) {
    if (address == null) {
      return "";
    }
    InetAddress ip = address.getAddress();
    if (ip == null) {
      return Escapes.display(address.getHostString()) + ":" + address.getPort();
    }
    String host = IpAddresses.text(ip);
    return (ip instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
