package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirebench.core.net.DatagramLink;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.PacketBuffer;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;

/** Datagrams with one peer, or with a group. */
final class PacketLink implements Link {
  private final DatagramLink link;
  private final SocketAddress remote;
  private final Phases phases;
  private final PacketBuffer packet = new PacketBuffer(DatagramSpec.LONGEST_PACKET);

  /**
   * @param phases the steps of opening it
   */
  PacketLink(DatagramLink link, Endpoint remote, Phases phases) {
    this.link = link;
    this.phases = phases;
    this.remote = InetSocketAddress.createUnresolved(remote.host(), remote.port());
  }

  @Override
  public int receive(byte[] into) throws IOException {
    link.receive(packet);
    System.arraycopy(packet.bytes(), 0, into, 0, packet.length());
    return packet.length();
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    link.send(bytes, offset, length);
  }

  @Override
  public void shutdownOutput() {
    // A datagram socket has no direction that could end.
  }

  @Override
  public void reset() {
    link.close();
  }

  @Override
  public PeerEnd peerEnd() {
    return PeerEnd.NONE;
  }

  @Override
  public boolean isStream() {
    return false;
  }

  @Override
  public boolean isTcp() {
    return false;
  }

  @Override
  public Phases phases() {
    return phases;
  }

  @Override
  public Optional<TlsInfo> tls() {
    return Optional.empty();
  }

  @Override
  public OptionalLong kernelDrops() {
    return link.kernelDrops();
  }

  @Override
  public SocketAddress local() {
    return link.local();
  }

  @Override
  public SocketAddress remote() {
    return remote;
  }

  @Override
  public Optional<SocketAddress> sender() {
    return link.hasOnePeer() ? Optional.empty() : Optional.of(packet.from());
  }

  @Override
  public boolean isClosed() {
    return link.isClosed();
  }

  @Override
  public void close() {
    link.close();
  }
}
