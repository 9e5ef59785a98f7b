package org.wirebench.core.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses that the packets of a connection are given, both IPv4 or both IPv6.
 *
 * @param standIn whether they are not those of the connection
 */
record FlowEnds(InetSocketAddress local, InetSocketAddress remote, boolean standIn) {
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 8_192;
  private static final int LOCAL_HOST = 1;
  private static final int REMOTE_HOST = 2;

  /** What tells this flow from others in a file, whichever side is looked from. */
  record Key(boolean datagrams, Set<InetSocketAddress> ends) {}

  Key key(Carrier carrier) {
    Set<InetSocketAddress> both = new HashSet<>();
    both.add(local);
    both.add(remote);
    return new Key(carrier == Carrier.UDP, both);
  }

  /** Those of the connection as far as it has any, and documentation addresses (RFC 5737). */
  static FlowEnds of(WireConnection connection) {
    InetSocketAddress local = connection.local();
    InetSocketAddress remote = connection.remote();
    int port = (int) (connection.id() % PORTS);
    boolean six = isSix(remote) || (remote == null && isSix(local));
    InetSocketAddress usedRemote =
        remote != null && isKnown(remote)
            ? remote
            : new InetSocketAddress(
                documentation(six, REMOTE_HOST), port(remote, FIRST_PORT + PORTS + port));
    InetSocketAddress usedLocal =
        local != null && isKnown(local) && isSix(local) == six
            ? local
            : new InetSocketAddress(
                beside(usedRemote.getAddress(), six), port(local, FIRST_PORT + port));
    return new FlowEnds(
        usedLocal, usedRemote, !usedLocal.equals(local) || !usedRemote.equals(remote));
  }

  /** These, with another local address: there are some hundred of them. */
  FlowEnds apart(long number) {
    boolean six = isSix(remote);
    int host = 3 + (int) (number % 250);
    return new FlowEnds(
        new InetSocketAddress(documentation(six, host), local.getPort()), remote, true);
  }

  private static boolean isSix(@Nullable InetSocketAddress address) {
    return address != null
        && address.getAddress() != null
        && !(address.getAddress() instanceof Inet4Address);
  }

  /** A wildcard is no address that packets come from. */
  private static boolean isKnown(InetSocketAddress address) {
    return address.getAddress() != null && !address.getAddress().isAnyLocalAddress();
  }

  private static int port(@Nullable InetSocketAddress address, int otherwise) {
    return address == null || address.getPort() == 0 ? otherwise : address.getPort();
  }

  private static InetAddress beside(InetAddress remote, boolean six) {
    return remote.isLoopbackAddress() ? remote : documentation(six, LOCAL_HOST);
  }

  private static InetAddress documentation(boolean six, int host) {
    byte[] address =
        six
            ? new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
            : new byte[] {(byte) 192, 0, 2, 0};
    address[address.length - 1] = (byte) host;
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 and 16 bytes are addresses", impossible);
    }
  }
}
