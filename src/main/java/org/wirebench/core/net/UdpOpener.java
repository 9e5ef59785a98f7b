package org.wirebench.core.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.Multicast.Group;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.IpAddresses;
import org.wirebench.core.text.Messages;

/** Opens UDP sockets. */
final class UdpOpener {
  private static final Messages TEXT = Messages.of(UdpOpener.class);

  private final DatagramSpec spec;
  private final Multicast multicast;
  private final @Nullable InetSocketAddress remote;

  /**
   * @param remote the resolved remote of the specification
   */
  UdpOpener(DatagramSpec spec, @Nullable InetSocketAddress remote) {
    this.spec = spec;
    this.multicast = spec.multicast();
    this.remote = remote;
  }

  DatagramChannel open() throws IOException {
    DatagramChannel channel = channel();
    try {
      channel.setOption(StandardSocketOptions.SO_BROADCAST, spec.broadcast());
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, spec.reuseAddress());
      if (spec.buffers().send().isPresent()) {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, spec.buffers().send().getAsInt());
      }
      channel.setOption(StandardSocketOptions.SO_RCVBUF, spec.buffers().receive());
      channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, multicast.ttl());
      channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, multicast.loop());
      NetworkInterface leaving = leavingBy();
      if (leaving != null) {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, leaving);
      }
      bind(channel);
      for (Group group : multicast.groups()) {
        channel.join(group.address(), interfaceOf(group));
      }
      if (remote != null && isOnePeer(remote.getAddress())) {
        connect(channel, remote);
      }
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** The kernel tells broadcast addresses: they are those of its networks (RFC 919 section 7). */
  private static void connect(DatagramChannel channel, InetSocketAddress to) throws IOException {
    try {
      channel.connect(to);
    } catch (SocketException refused) {
      if (NetFailure.of(refused).kind() != Kind.PERMISSION) {
        throw refused;
      }
      throw new NetException(
          FailureClassifier.failure(
              Kind.PERMISSION,
              TEXT.get("broadcast.title"),
              TEXT.get("broadcast.cause", SocketAddresses.text(to)),
              TEXT.get("broadcast.remedy"),
              refused),
          refused);
    }
  }

  private DatagramChannel channel() throws IOException {
    try {
      return Unspoken.open(family(), DatagramChannel::open);
    } catch (SocketException noIpv6) {
      if (deciding() != null || spec.family() == Family.IPV6) {
        throw noIpv6;
      }
      // All addresses of this machine are then those of the older family.
      return DatagramChannel.open(StandardProtocolFamily.INET);
    }
  }

  private void bind(DatagramChannel channel) throws IOException {
    InetSocketAddress local = spec.local();
    if (local != null && local.getAddress().isAnyLocalAddress()) {
      // The platform knows which address means all of them here.
      local = new InetSocketAddress(local.getPort());
    }
    channel.bind(local);
  }

  /** Groups and peers decide, since a socket of the newer family cannot join older groups. */
  private @Nullable InetAddress deciding() {
    return !multicast.groups().isEmpty()
        ? multicast.groups().getFirst().address()
        : remote != null ? remote.getAddress() : localAddress();
  }

  private ProtocolFamily family() {
    InetAddress decides = deciding();
    if (decides == null) {
      return spec.family() == Family.IPV4
          ? StandardProtocolFamily.INET
          : StandardProtocolFamily.INET6;
    }
    return decides instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  private @Nullable InetAddress localAddress() {
    InetSocketAddress local = spec.local();
    return local == null || local.getAddress().isAnyLocalAddress() ? null : local.getAddress();
  }

  /** Answers from a group or a broadcast come from other addresses than were sent to. */
  private boolean isOnePeer(InetAddress address) {
    return !address.isMulticastAddress() && !spec.broadcast();
  }

  private @Nullable NetworkInterface leavingBy() throws IOException {
    if (!multicast.networkInterface().isEmpty()) {
      return Addresses.networkInterface(multicast.networkInterface());
    }
    if (!multicast.groups().isEmpty()
        && !multicast.groups().getFirst().networkInterface().isEmpty()) {
      return Addresses.networkInterface(multicast.groups().getFirst().networkInterface());
    }
    InetAddress local = localAddress();
    return local == null || local.isMulticastAddress()
        ? null
        : NetworkInterface.getByInetAddress(local);
  }

  private NetworkInterface interfaceOf(Group group) throws IOException {
    return group.networkInterface().isEmpty()
        ? usual(group.address())
        : Addresses.networkInterface(group.networkInterface());
  }

  /** The interface by which the system would send to {@code group}; nothing is sent. */
  private NetworkInterface usual(InetAddress group) throws IOException {
    InetAddress local = localAddress();
    if (local != null && !local.isMulticastAddress()) {
      NetworkInterface bound = NetworkInterface.getByInetAddress(local);
      if (bound != null) {
        return bound;
      }
    }
    try (DatagramChannel probe = channel()) {
      probe.connect(new InetSocketAddress(group, 9));
      NetworkInterface found =
          NetworkInterface.getByInetAddress(
              ((InetSocketAddress) probe.getLocalAddress()).getAddress());
      if (found != null) {
        return found;
      }
    } catch (IOException noRoute) {
      return anyFor(noRoute);
    }
    return anyFor(new IOException("no interface for " + IpAddresses.text(group)));
  }

  private static NetworkInterface anyFor(IOException otherwise) throws IOException {
    for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
      if (one.isUp() && one.supportsMulticast() && !one.isLoopback()) {
        return one;
      }
    }
    throw otherwise;
  }
}
