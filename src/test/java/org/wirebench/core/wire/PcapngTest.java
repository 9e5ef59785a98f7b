package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.TestStores;

class PcapngTest {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int STATISTICS = 5;
  private static final int PACKET = 6;

  @RegisterExtension private final TestStores stores = new TestStores();
  private final WireLog log =
      new WireLog(new WireLog.Limits(1 << 20, 0), stores.stores(), JobClock.system());

  @AfterEach
  void close() {
    log.close();
  }

  private record Block(int type, ByteBuffer body) {
    boolean contains(String text) {
      return new String(body.array(), body.arrayOffset(), body.limit(), UTF_8).contains(text);
    }

    /** The TCP flags of a packet over IPv4. */
    int flags() {
      return body.get(20 + 20 + 13);
    }
  }

  private List<Block> export(WireFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pcapng.write(log, filter, out);
    ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<Block> blocks = new ArrayList<>();
    while (file.hasRemaining()) {
      int start = file.position();
      int type = file.getInt();
      int length = file.getInt();
      assertThat(length % 4).isZero();
      byte[] body = new byte[length - 12];
      file.get(body);
      assertThat(file.getInt()).isEqualTo(length);
      assertThat(file.position()).isEqualTo(start + length);
      blocks.add(new Block(type, ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN)));
    }
    return blocks;
  }

  private WireTap tap(String tool, Carrier carrier) {
    return log.open(tool, "label", carrier, null, null, true);
  }

  @Test
  void anEmptyLogIsAFileWithoutPackets() throws IOException {
    assertThat(export(WireFilter.ALL)).extracting(Block::type).containsExactly(SECTION, INTERFACE);
  }

  @Test
  void aStreamBeginsAndEndsAsTcpDoes() throws IOException {
    WireTap tap = tap("socket", Carrier.TCP);
    tap.sent(new byte[10], 0, 10);
    tap.close();
    List<Block> packets = export(WireFilter.ALL);
    assertThat(packets.subList(2, packets.size()))
        .extracting(Block::flags)
        .containsExactly(
            Packets.SYN,
            Packets.SYN | Packets.ACK,
            Packets.ACK,
            Packets.ACK | Packets.PSH,
            Packets.FIN | Packets.ACK,
            Packets.ACK);
  }

  @Test
  void aResetStreamHasNoFin() throws IOException {
    WireTap tap = tap("socket", Carrier.TCP);
    tap.event(WireKind.RESET_SENT, "reset");
    tap.event("more news");
    tap.close();
    List<Block> packets = export(WireFilter.ALL);
    assertThat(packets).extracting(Block::type).contains(PACKET);
    assertThat(packets.get(5).flags()).isEqualTo(Packets.RST | Packets.ACK);
    assertThat(packets.subList(2, packets.size()))
        .noneMatch(packet -> (packet.flags() & Packets.FIN) != 0)
        .anyMatch(packet -> packet.contains("more news"));
  }

  @Test
  void onlyWhatIsWantedIsExported() throws IOException {
    WireTap wanted = tap("http", Carrier.TCP);
    WireTap other = tap("ftp", Carrier.TCP);
    wanted.sent("wanted".getBytes(UTF_8), 0, 6);
    other.sent("secret".getBytes(UTF_8), 0, 6);
    List<Block> blocks =
        export(WireFilter.ALL.withTool("http").withDirections(Set.of(Direction.OUT)));
    assertThat(blocks).hasSize(2 + 3 + 1);
    assertThat(blocks).noneMatch(block -> block.contains("secret"));
    assertThat(blocks.getLast().contains("wanted")).isTrue();
  }

  @Test
  void newsThatNoDatagramTakesAreAtTheEnd() throws IOException {
    WireTap tap = tap("socket", Carrier.UDP);
    tap.sent(new byte[1], 0, 1);
    tap.event("late news");
    List<Block> blocks = export(WireFilter.ALL);
    assertThat(blocks)
        .extracting(Block::type)
        .containsExactly(SECTION, INTERFACE, PACKET, STATISTICS);
    assertThat(blocks.getLast().contains("late news")).isTrue();
  }

  @Test
  void whatWasDroppedIsSaid() throws IOException {
    WireTap tap = tap("socket", Carrier.TCP);
    for (int i = 0; i < 100; i++) {
      tap.sent(new byte[60_000], 0, 60_000);
    }
    assertThat(log.dropped()).isPositive();
    List<Block> blocks = export(WireFilter.ALL);
    assertThat(blocks.getFirst().contains(log.dropped() + " older events were dropped")).isTrue();
    assertThat(blocks.get(2).flags()).isEqualTo(Packets.SYN);
  }

  @Test
  void aFileThatCannotBeWrittenIsAnError() {
    WireTap tap = tap("socket", Carrier.TCP);
    tap.sent(new byte[500_000], 0, 500_000);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatThrownBy(() -> Pcapng.write(log, WireFilter.ALL, full)).hasMessage("full");
    assertThatThrownBy(() -> WireText.write(log, WireFilter.ALL, full)).hasMessage("full");
  }
}
