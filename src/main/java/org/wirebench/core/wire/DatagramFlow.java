package org.wirebench.core.wire;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;

/** The packets of one peer of a datagram socket. */
final class DatagramFlow extends Flow {
  private final Packets packets;

  DatagramFlow(WireConnection connection, FlowEnds ends, PcapngBlocks blocks, Packets packets) {
    super(connection, ends, blocks);
    this.packets = packets;
  }

  @Override
  void write(WireEvent event) throws IOException {
    switch (event.kind()) {
      case DATA -> datagram(event.direction() == Direction.OUT, event.payload());
      case OPENED, CLOSED -> {
        return;
      }
      case NOTE, FIN_SENT, FIN_RECEIVED, RESET_SENT, RESET_RECEIVED -> comment(event.text());
    }
  }

  private void datagram(boolean out, byte[] payload) throws IOException {
    InetSocketAddress from = out ? ends().local() : ends().remote();
    InetSocketAddress to = out ? ends().remote() : ends().local();
    int most =
        to.getAddress() instanceof Inet4Address ? Packets.LARGEST_UDP_4 : Packets.LARGEST_UDP_6;
    int done = 0;
    do {
      int part = Math.min(most, payload.length - done);
      blocks().packet(time(), out, packets.udp(from, to, payload, done, part), takeComments());
      done += part;
    } while (done < payload.length);
  }

  /** A datagram cannot be made up, since each one means something. */
  @Override
  void writeComments() throws IOException {
    blocks().statistics(time(), takeComments());
  }
}
