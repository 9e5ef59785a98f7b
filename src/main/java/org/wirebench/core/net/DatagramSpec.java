package org.wirebench.core.net;

import java.net.InetSocketAddress;
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
 * @param reuseAddress whether others may be bound to the same port
 */
public record DatagramSpec(
    String tool,
    String label,
    Family family,
    @Nullable InetSocketAddress local,
    @Nullable Endpoint remote,
    boolean broadcast,
    boolean reuseAddress,
    Multicast multicast,
    Buffers buffers) {
  /** No UDP packet is longer than this. */
  public static final int LONGEST_PACKET = 65535;

  /** What the kernel is asked to hold where nothing else is said: 8 MiB. */
  public static final int DEFAULT_RECEIVE_BUFFER = 8 << 20;

  /**
   * How much is held on the way.
   *
   * @param send bytes that may wait to leave, 1 and up, as far as the kernel allows; empty for what
   *     the system thinks best
   * @param receive bytes the kernel is asked to hold for us, 1 and up; it may give less
   * @param packet longer packets are cut off and marked, 1 to {@value #LONGEST_PACKET}
   */
  public record Buffers(OptionalInt send, int receive, int packet) {
    /** Whole packets, and as many as the kernel gives room for. */
    public static final Buffers DEFAULT =
        new Buffers(OptionalInt.empty(), DEFAULT_RECEIVE_BUFFER, LONGEST_PACKET);

    public Buffers {
      if (receive < 1 || send.orElse(1) < 1) {
        throw new IllegalArgumentException("a buffer holds at least one byte");
      }
      if (packet < 1 || packet > LONGEST_PACKET) {
        throw new IllegalArgumentException("packets are 1 to 65535 bytes long: " + packet);
      }
    }

    public Buffers withSend(OptionalInt bytes) {
      return new Buffers(bytes, receive, packet);
    }

    public Buffers withReceive(int bytes) {
      return new Buffers(send, bytes, packet);
    }
  }

  public DatagramSpec {
    if (local != null && local.isUnresolved()) {
      throw new IllegalArgumentException("the local address must be resolved: " + local);
    }
  }

  /** Bound to {@code local}, open to all. */
  public static DatagramSpec bound(String tool, @Nullable InetSocketAddress local) {
    return new DatagramSpec(
        tool, tool, Family.ANY, local, null, false, false, Multicast.DEFAULT, Buffers.DEFAULT);
  }

  /** From any port to {@code remote}. */
  public static DatagramSpec to(String tool, Endpoint remote) {
    return new DatagramSpec(
        tool,
        remote.toString(),
        Family.ANY,
        null,
        remote,
        false,
        false,
        Multicast.DEFAULT,
        Buffers.DEFAULT);
  }

  public DatagramSpec withFamily(Family only) {
    return new DatagramSpec(
        tool, label, only, local, remote, broadcast, reuseAddress, multicast, buffers);
  }

  public DatagramSpec withLocal(@Nullable InetSocketAddress from) {
    return new DatagramSpec(
        tool, label, family, from, remote, broadcast, reuseAddress, multicast, buffers);
  }

  public DatagramSpec withBroadcast(boolean allowed) {
    return new DatagramSpec(
        tool, label, family, local, remote, allowed, reuseAddress, multicast, buffers);
  }

  public DatagramSpec withReuseAddress(boolean shared) {
    return new DatagramSpec(
        tool, label, family, local, remote, broadcast, shared, multicast, buffers);
  }

  public DatagramSpec withMulticast(Multicast options) {
    return new DatagramSpec(
        tool, label, family, local, remote, broadcast, reuseAddress, options, buffers);
  }

  public DatagramSpec withBuffers(Buffers sizes) {
    return new DatagramSpec(
        tool, label, family, local, remote, broadcast, reuseAddress, multicast, sizes);
  }
}
