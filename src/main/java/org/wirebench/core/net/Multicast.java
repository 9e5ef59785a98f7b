package org.wirebench.core.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * What a UDP socket has to do with multicast.
 *
 * @param groups the groups to join, all of one family
 * @param networkInterface the name of the interface that multicast packets leave by ("eth0"); empty
 *     for that of the first group, else that of the local address, else the system's choice
 * @param ttl hop limit of multicast packets, 0 to 255
 * @param loop whether this machine hears what it sends to a group
 */
public record Multicast(List<Group> groups, String networkInterface, int ttl, boolean loop) {
  /** No group; what is sent to one reaches the local network and this machine. */
  public static final Multicast DEFAULT = new Multicast(List.of(), "", 1, true);

  /**
   * A multicast group.
   *
   * @param networkInterface the name of the interface to hear it on ("eth0"); empty for the one the
   *     system takes
   */
  public record Group(InetAddress address, String networkInterface) {
    public Group {
      if (!address.isMulticastAddress()) {
        throw new IllegalArgumentException("not a multicast address: " + address.getHostAddress());
      }
    }
  }

  public Multicast {
    groups = List.copyOf(groups);
    if (ttl < 0 || ttl > 255) {
      throw new IllegalArgumentException("the hop limit is 0 to 255: " + ttl);
    }
    long v4 = groups.stream().filter(one -> one.address() instanceof Inet4Address).count();
    if (v4 != 0 && v4 != groups.size()) {
      throw new IllegalArgumentException("one socket cannot join groups of both families");
    }
  }

  public Multicast withGroups(List<Group> joined) {
    return new Multicast(joined, networkInterface, ttl, loop);
  }

  public Multicast withNetworkInterface(String name) {
    return new Multicast(groups, name, ttl, loop);
  }

  /**
   * @param hops 0 to 255
   */
  public Multicast withTtl(int hops) {
    return new Multicast(groups, networkInterface, hops, loop);
  }
}
