package org.wirebench.core.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface Resolver {
  /**
   * The addresses of {@code host}, best first, at least one. May block for long and need not heed
   * interrupts: it is called on a thread that can be abandoned.
   *
   * @param host a name in ASCII form, never a literal address
   * @throws UnknownHostException when there is no such name
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** What the operating system knows: its hosts file, DNS, mDNS. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
