package org.wirebench.core.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebench.core.text.Messages;

/**
 * Exports the wire log as a pcapng file (draft-ietf-opsawg-pcapng) that Wireshark reads.
 *
 * <p>The log has what programs said, and not packets: these are made up around it, so that streams
 * can be followed. What is above TLS is in clear text. News of a connection are comments of the
 * next packet. A connection that has no addresses, and one that is recorded from both of its ends,
 * is given documentation addresses, and a comment that says so.
 */
public final class Pcapng {
  private static final Messages TEXT = Messages.of(Pcapng.class);
  private static final String NAME = "Wirebench";
  private static final String INTERFACE = "wirebench";
  private static final int MOST_STAND_INS = 250;

  private final WireLog log;
  private final PcapngBlocks blocks;
  private final Packets packets = new Packets();
  private final Map<Long, Flow> flows = new HashMap<>();
  private final Set<FlowEnds.Key> taken = new HashSet<>();

  private Pcapng(WireLog log, OutputStream out) {
    this.log = log;
    this.blocks = new PcapngBlocks(out);
  }

  /**
   * Writes the events wanted that are in the log now. The stream is flushed and stays open.
   *
   * @throws IOException when the log cannot be read or {@code out} not written
   */
  public static void write(WireLog log, WireFilter filter, OutputStream out) throws IOException {
    new Pcapng(log, out).write(filter);
  }

  private void write(WireFilter filter) throws IOException {
    long dropped = log.dropped();
    blocks.section(NAME, dropped == 0 ? List.of() : List.of(TEXT.get("export.dropped", dropped)));
    blocks.rawInterface(INTERFACE);
    try {
      log.forEach(log.first(), log.end(), filter, this::writeUnchecked);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    for (Flow flow : flows.values()) {
      flow.end();
    }
    blocks.flush();
  }

  private void writeUnchecked(WireEvent event) {
    try {
      write(event);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(WireEvent event) throws IOException {
    Flow flow = flows.get(event.connection().id());
    if (flow == null) {
      flow = open(event.connection());
      flows.put(event.connection().id(), flow);
    }
    flow.write(log.time(event), event);
    if (event.kind() == WireKind.CLOSED) {
      flow.end();
      flows.remove(event.connection().id());
      taken.remove(flow.ends().key(event.connection().carrier()));
    }
  }

  private Flow open(WireConnection connection) throws IOException {
    FlowEnds ends = FlowEnds.of(connection);
    // Client and server of one connection may both be in this program, and in this log.
    for (int i = 0; !taken.add(ends.key(connection.carrier())) && i < MOST_STAND_INS; i++) {
      ends = ends.apart(connection.id() + i);
    }
    Flow flow =
        connection.carrier() == Carrier.UDP
            ? new DatagramFlow(connection, ends, blocks, packets)
            : new StreamFlow(connection, ends, blocks, packets);
    flow.comment(
        TEXT.get("export.connection", connection.tool(), connection.id(), connection.label()));
    if (ends.standIn()) {
      flow.comment(TEXT.get("export.standIn", named(connection, true), named(connection, false)));
    }
    return flow;
  }

  private static String named(WireConnection connection, boolean local) {
    String address = Addresses.text(local ? connection.local() : connection.remote());
    return address.isEmpty() ? TEXT.get("export.noAddress") : address;
  }
}
