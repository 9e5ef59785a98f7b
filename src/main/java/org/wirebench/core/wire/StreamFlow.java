package org.wirebench.core.wire;

import java.io.IOException;

/**
 * The packets of one stream: a handshake, segments with right numbers, acknowledgements, and FIN or
 * RST at the end, as TCP would have sent them (RFC 9293).
 */
final class StreamFlow extends Flow {
  private static final byte[] NOTHING = {};
  private static final int ACKNOWLEDGE_AFTER = 256 * 1024;

  /** Spreads the numbers of connections that reuse addresses, so that they are told apart. */
  private static final int SPREAD = 0x9e3779b1;

  private final Packets packets;
  private final Side here = new Side();
  private final Side there = new Side();
  private boolean begun;
  private boolean reset;

  /** One direction of the stream. */
  private static final class Side {
    private int next;
    private int unacknowledged;
    private boolean finished;
  }

  StreamFlow(WireConnection connection, FlowEnds ends, PcapngBlocks blocks, Packets packets) {
    super(connection, ends, blocks);
    this.packets = packets;
    here.next = (int) connection.id() * SPREAD;
    there.next = here.next + 0x4000_0000;
  }

  private Side peer(Side side) {
    return side == here ? there : here;
  }

  @Override
  void write(WireEvent event) throws IOException {
    begin();
    switch (event.kind()) {
      case DATA -> data(event.direction() == Direction.OUT ? here : there, event.payload());
      case OPENED -> {
        return;
      }
      case NOTE -> comment(event.text());
      case FIN_SENT -> end(event, here, false);
      case FIN_RECEIVED -> end(event, there, false);
      case RESET_SENT -> end(event, here, true);
      case RESET_RECEIVED -> end(event, there, true);
      case CLOSED -> finish(here);
    }
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    Side client = connection().initiator() ? here : there;
    Side server = peer(client);
    packet(client, Packets.SYN, NOTHING, 0, 0);
    client.next++;
    packet(server, Packets.SYN | Packets.ACK, NOTHING, 0, 0);
    server.next++;
    packet(client, Packets.ACK, NOTHING, 0, 0);
  }

  private void data(Side side, byte[] payload) throws IOException {
    int done = 0;
    while (done < payload.length) {
      int part = Math.min(Packets.LARGEST_TCP, payload.length - done);
      boolean last = done + part == payload.length;
      packet(side, last ? Packets.ACK | Packets.PSH : Packets.ACK, payload, done, part);
      done += part;
      side.next += part;
      side.unacknowledged += part;
      if (side.unacknowledged >= ACKNOWLEDGE_AFTER) {
        packet(peer(side), Packets.ACK, NOTHING, 0, 0);
      }
    }
  }

  private void end(WireEvent event, Side side, boolean byReset) throws IOException {
    comment(event.text());
    if (!byReset) {
      finish(side);
    } else if (!reset) {
      reset = true;
      packet(side, Packets.RST | Packets.ACK, NOTHING, 0, 0);
    }
  }

  private void finish(Side side) throws IOException {
    if (side.finished || reset) {
      return;
    }
    side.finished = true;
    packet(side, Packets.FIN | Packets.ACK, NOTHING, 0, 0);
    side.next++;
    packet(peer(side), Packets.ACK, NOTHING, 0, 0);
  }

  @Override
  void writeComments() throws IOException {
    packet(here, Packets.ACK, NOTHING, 0, 0);
  }

  private void packet(Side from, int flags, byte[] bytes, int offset, int length)
      throws IOException {
    boolean out = from == here;
    Side to = peer(from);
    to.unacknowledged = 0;
    blocks()
        .packet(
            time(),
            out,
            packets.tcp(
                out ? ends().local() : ends().remote(),
                out ? ends().remote() : ends().local(),
                from.next,
                to.next,
                flags,
                bytes,
                offset,
                length),
            takeComments());
  }
}
