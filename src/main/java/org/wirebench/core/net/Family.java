package org.wirebench.core.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which internet protocol to use. */
public enum Family {
  /** Whichever answers first; listeners take both. */
  ANY,
  IPV4,
  IPV6;

  /** Whether {@code address} may be used. */
  public boolean accepts(InetAddress address) {
    return switch (this) {
      case ANY -> true;
      case IPV4 -> address instanceof Inet4Address;
      case IPV6 -> address instanceof Inet6Address;
    };
  }
}
