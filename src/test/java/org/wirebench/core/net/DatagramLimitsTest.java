package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebench.core.net.Datagrams.LOOPBACK;
import static org.wirebench.core.net.Datagrams.bytes;
import static org.wirebench.core.net.Datagrams.onLoopback;
import static org.wirebench.core.net.Datagrams.to;
import static org.wirebench.core.net.Datagrams.with;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.DatagramSpec.Buffers;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** Datagrams that are too long, too many, or from too many. */
@Timeout(60)
class DatagramLimitsTest {
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

  private static Buffers packets(int longest) {
    return new Buffers(OptionalInt.empty(), DatagramSpec.DEFAULT_RECEIVE_BUFFER, longest);
  }

  @Test
  void noBufferIsForMoreThanADatagramCanBe() {
    assertThatThrownBy(() -> packets(65536)).hasMessageContaining("packets");
  }

  @Test
  void aPacketThatIsCutOffIsMarked() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(with(packets(10)), context);
              DatagramLink client = network.datagram(to(server), context)) {
            client.send(bytes("0123456789"), 0, 10);
            client.send(bytes("0123456789a"), 0, 11);
            assertThat(server.receive().truncated()).isFalse();
            DatagramLink.Packet cut = server.receive();
            assertThat(cut.truncated()).isTrue();
            assertThat(cut.bytes()).asString().isEqualTo("0123456789");
          }
          return "";
        });
  }

  /** Fifty thousand a second for a second, as the speed of the socket console asks for. */
  @Test
  void noPacketIsLostThatTheKernelDidNotDrop() throws Exception {
    int packets = 50_000;
    int perBurst = 500;
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context);
              DatagramLink client = network.datagram(to(server), context)) {
            JobContext.Fork<Integer> receiving =
                context.fork("receive", _ -> count(server, packets));
            byte[] packet = new byte[100];
            long start = System.nanoTime();
            for (int sent = 0; sent < packets; sent++) {
              if (sent % perBurst == 0) {
                LockSupport.parkNanos(start + sent * 20_000L - System.nanoTime());
              }
              client.send(packet, 0, packet.length);
            }
            sendEnds(client, receiving);
            int received = receiving.join();
            assertThat(received + server.kernelDrops().orElse(0)).isGreaterThanOrEqualTo(packets);
          }
          return "";
        });
  }

  /** The end may be dropped, too, so it is said until it is heard. */
  private static void sendEnds(DatagramLink client, JobContext.Fork<Integer> receiving)
      throws IOException {
    while (!receiving.isDone()) {
      client.send(new byte[1], 0, 1);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static int count(DatagramLink server, int most) throws IOException {
    PacketBuffer buffer = new PacketBuffer(200);
    int count = 0;
    while (true) {
      server.receive(buffer);
      if (buffer.length() == 1) {
        return count;
      }
      count++;
      assertThat(count).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void whatTheKernelDropsIsCounted() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server =
                  network.datagram(with(Buffers.DEFAULT.withReceive(4096)), context);
              DatagramLink client = network.datagram(to(server), context)) {
            assertThat(server.kernelDrops()).hasValue(0);
            for (int i = 0; i < 500; i++) {
              client.send(new byte[1000], 0, 1000);
            }
            int held = server.receiveBuffer() / 1000;
            assertThat(server.kernelDrops().orElse(-1)).isBetween(500L - held, 500L);
          }
          return "";
        });
  }

  @Test
  void theKernelIsAskedForTheBufferThatIsSaid() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink usual = network.datagram(onLoopback(), context);
              DatagramLink small =
                  network.datagram(
                      with(Buffers.DEFAULT.withSend(OptionalInt.of(20_000))), context)) {
            assertThat(small.sendBuffer()).isEqualTo(20_000);
            assertThat(usual.sendBuffer()).isGreaterThan(20_000);
          }
          return "";
        });
  }

  @Test
  void forgedSendersCannotFillTheMemory() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context)) {
            for (int i = 0; i < PeerTaps.MOST_PEERS + 50; i++) {
              server.send(new byte[1], 0, 1, new InetSocketAddress(LOOPBACK, 20_000 + i));
            }
          }
          return "";
        });
    assertThat(net.events().stream().filter(event -> event.contains("closed")).count())
        .isEqualTo(PeerTaps.MOST_PEERS + 50);
  }
}
