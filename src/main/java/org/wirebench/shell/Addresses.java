package org.wirebench.shell;

import java.net.InetSocketAddress;
import org.wirebench.core.net.Endpoint;

/** Socket addresses as people write them. */
final class Addresses {
  private Addresses() {}

  /** {@code 127.0.0.1:80}, {@code [::1]:80}; names are not looked up. */
  static String text(InetSocketAddress address) {
    String host =
        address.getAddress() == null
            ? address.getHostString()
            : address.getAddress().getHostAddress();
    return new Endpoint(host, address.getPort()).toString();
  }
}
