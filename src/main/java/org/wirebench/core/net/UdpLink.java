package org.wirebench.core.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireLog;

/** UDP over a datagram channel. */
final class UdpLink implements DatagramLink {
  private static final Messages TEXT = Messages.of(UdpLink.class);

  private final DatagramChannel channel;
  private final DatagramSpec spec;
  private final InetSocketAddress local;
  private final @Nullable InetSocketAddress remote;

  /** Groups decide before the family does, so the specification alone does not tell. */
  private final boolean onlyIpv6;

  private final PeerTaps taps;
  private final OnCancel onCancel = new OnCancel();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock receiving = new ReentrantLock();

  /** One byte more than a packet may have: whoever fills it was cut off. Guarded by its lock. */
  private final ByteBuffer room;

  private final PacketBuffer copied;
  private final OptionalLong dropsBefore;

  /**
   * @param channel bound
   * @param remote where to send by default
   */
  UdpLink(
      DatagramChannel channel,
      DatagramSpec spec,
      @Nullable InetSocketAddress remote,
      WireLog log,
      JobContext context)
      throws IOException {
    this.channel = channel;
    this.spec = spec;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.remote = remote;
    this.onlyIpv6 = spec.family() == Family.IPV6 && local.getAddress() instanceof Inet6Address;
    this.taps = new PeerTaps(spec, local, remote, log);
    this.room = ByteBuffer.allocateDirect(spec.buffers().packet() + 1);
    this.copied = new PacketBuffer(spec.buffers().packet());
    this.dropsBefore = KernelDrops.of(local);
    onCancel.close(this, context);
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void send(byte[] bytes, int offset, int length, InetSocketAddress to) throws IOException {
    if (length == 0 && hasOnePeer()) {
      throw emptyPacket();
    }
    taps.of(to).sent(bytes, offset, length);
    try {
      int _ = channel.send(ByteBuffer.wrap(bytes, offset, length), to);
    } catch (UnsupportedAddressTypeException unspoken) {
      throw Unspoken.failure(unspoken);
    }
  }

  /** The platform takes an empty buffer for nothing to do where a channel has one peer only. */
  private static NetException emptyPacket() {
    IOException why = new IOException("an empty packet on a connected channel");
    return new NetException(
        FailureClassifier.failure(
            Kind.INVALID,
            TEXT.get("packetEmpty.title"),
            TEXT.get("packetEmpty.cause"),
            TEXT.get("packetEmpty.remedy"),
            why),
        why);
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    if (remote == null) {
      throw new IllegalStateException("nobody to send to");
    }
    send(bytes, offset, length, remote);
  }

  @Override
  public Packet receive() throws IOException {
    receiving.lock();
    try {
      receive(copied);
      return new Packet(
          copied.from(), Arrays.copyOf(copied.bytes(), copied.length()), copied.truncated());
    } finally {
      receiving.unlock();
    }
  }

  @Override
  public void receive(PacketBuffer into) throws IOException {
    receiving.lock();
    try {
      InetSocketAddress from = next();
      room.flip();
      int length =
          Math.min(room.remaining(), Math.min(spec.buffers().packet(), into.bytes().length));
      boolean truncated = room.remaining() > length;
      room.get(into.bytes(), 0, length);
      into.set(from, length, truncated);
      taps.of(from).received(into.bytes(), 0, length);
    } finally {
      receiving.unlock();
    }
  }

  /** Fills the room with the next packet of a family that is taken; who sent it. */
  private InetSocketAddress next() throws IOException {
    while (true) {
      room.clear();
      if (!(channel.receive(room) instanceof InetSocketAddress from)) {
        throw new ClosedChannelException();
      }
      if (!onlyIpv6 || from.getAddress() instanceof Inet6Address) {
        return from;
      }
    }
  }

  @Override
  public OptionalLong kernelDrops() {
    OptionalLong now = closed.get() ? OptionalLong.empty() : KernelDrops.of(local);
    return now.isPresent() && dropsBefore.isPresent()
        ? OptionalLong.of(now.getAsLong() - dropsBefore.getAsLong())
        : OptionalLong.empty();
  }

  @Override
  public int sendBuffer() {
    return option(StandardSocketOptions.SO_SNDBUF);
  }

  @Override
  public int receiveBuffer() {
    return option(StandardSocketOptions.SO_RCVBUF);
  }

  private int option(SocketOption<Integer> size) {
    try {
      return channel.getOption(size);
    } catch (IOException over) {
      return 0;
    }
  }

  @Override
  public boolean hasOnePeer() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onCancel.forget();
      try {
        channel.close();
      } catch (IOException odd) {
        taps.failure(FailureClassifier.message(odd));
      }
      taps.close();
    }
  }
}
