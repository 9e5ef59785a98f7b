package org.wirebench.core.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket: where it is bound, whom it talks to, and which groups it joins.
 *
 * @param tool the id of the tool, for the wire log
 * @param label what the wire log calls the link
 * @param family with groups or a remote, theirs decides. {@link Family#IPV6} takes no datagram that
 *     came by IPv4, also where it is bound to all addresses: the platform cannot bind to IPv6 alone
 *     there, so the link drops them unseen, and the port is taken for both
 * @param local where to bind; null for any address and port
 * @param remote the only peer to talk to; null for all. A broadcast or multicast address is only
 *     where to send by default, since answers come from other addresses
 * @param broadcast whether sending to broadcast addresses is allowed
 * @param groups multicast groups to join, all of one family
 * @param multicastInterface the name of the interface that multicast packets leave by ("eth0");
 *     empty for that of the first group, else that of the local address, else the system's choice
 * @param ttl hop limit of multicast packets, 0 to 255
 * @param multicastLoop whether this machine hears what it sends to a group
 * @param reuseAddress whether others may be bound to the same port
 * @param sendBuffer bytes that may wait to leave, 1 and up, as far as the kernel allows; empty for
 *     what the system thinks best
 * @param receiveBuffer bytes the kernel is asked to hold for us; it may give less
 * @param maxPacket longer packets are cut off and marked, 1 to {@value #LONGEST_PACKET}
 */
public record DatagramSpec(
    String tool,
    String label,
    Family family,
    @Nullable InetSocketAddress local,
    @Nullable Endpoint remote,
    boolean broadcast,
    List<Group> groups,
    String multicastInterface,
    int ttl,
    boolean multicastLoop,
    boolean reuseAddress,
    OptionalInt sendBuffer,
    int receiveBuffer,
    int maxPacket) {
  /** No UDP packet is longer than this. */
  public static final int LONGEST_PACKET = 65535;

  /** What the kernel is asked to hold where nothing else is said: 8 MiB. */
  public static final int DEFAULT_RECEIVE_BUFFER = 8 << 20;

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

  public DatagramSpec {
    groups = List.copyOf(groups);
    if (ttl < 0 || ttl > 255) {
      throw new IllegalArgumentException("the hop limit is 0 to 255: " + ttl);
    }
    if (receiveBuffer < 1 || sendBuffer.orElse(1) < 1) {
      throw new IllegalArgumentException("the buffer holds at least one byte: " + receiveBuffer);
    }
    if (maxPacket < 1 || maxPacket > LONGEST_PACKET) {
      throw new IllegalArgumentException("packets are 1 to 65535 bytes long: " + maxPacket);
    }
    long v4 = groups.stream().filter(one -> one.address() instanceof Inet4Address).count();
    if (v4 != 0 && v4 != groups.size()) {
      throw new IllegalArgumentException("one socket cannot join groups of both families");
    }
    if (local != null && local.isUnresolved()) {
      throw new IllegalArgumentException("the local address must be resolved: " + local);
    }
  }

  /** Bound to {@code local}, open to all. */
  public static DatagramSpec bound(String tool, @Nullable InetSocketAddress local) {
    return new DatagramSpec(
        tool,
        tool,
        Family.ANY,
        local,
        null,
        false,
        List.of(),
        "",
        1,
        true,
        false,
        OptionalInt.empty(),
        DEFAULT_RECEIVE_BUFFER,
        LONGEST_PACKET);
  }

  /** From any port to {@code remote}. */
  public static DatagramSpec to(String tool, Endpoint remote) {
    return bound(tool, null).withRemote(remote).withLabel(remote.toString());
  }

  public DatagramSpec withLabel(String text) {
    return new DatagramSpec(
        tool,
        text,
        family,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withFamily(Family only) {
    return new DatagramSpec(
        tool,
        label,
        only,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withLocal(@Nullable InetSocketAddress address) {
    return new DatagramSpec(
        tool,
        label,
        family,
        address,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withRemote(@Nullable Endpoint peer) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        peer,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withBroadcast(boolean allowed) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        allowed,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  /**
   * @param joined the groups to hear
   * @param hops 0 to 255
   * @param loop whether this machine hears what it sends itself
   */
  public DatagramSpec withMulticast(List<Group> joined, int hops, boolean loop) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        joined,
        multicastInterface,
        hops,
        loop,
        true,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withMulticastInterface(String name) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        groups,
        name,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withReuseAddress(boolean shared) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        shared,
        sendBuffer,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withSendBuffer(OptionalInt bytes) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        bytes,
        receiveBuffer,
        maxPacket);
  }

  public DatagramSpec withReceiveBuffer(int bytes) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        bytes,
        maxPacket);
  }

  public DatagramSpec withMaxPacket(int bytes) {
    return new DatagramSpec(
        tool,
        label,
        family,
        local,
        remote,
        broadcast,
        groups,
        multicastInterface,
        ttl,
        multicastLoop,
        reuseAddress,
        sendBuffer,
        receiveBuffer,
        bytes);
  }
}
