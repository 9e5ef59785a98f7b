package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.Endpoint;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Transport;

/** What is special about datagrams. */
@Timeout(30)
class DatagramServiceTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private static String loopback() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getName();
  }

  @ParameterizedTest
  @ValueSource(strings = {"239.255.7.8", "ff01::7"})
  void aGroupDecidesOnTheFamilyOfAllAddresses(String group) throws Exception {
    String joining = "transport: udp\nbehaviour: nothing\njoin: [\"" + group + "\"]\ninterface: ";
    var server = harness.serve(Requests.server(joining + loopback()));
    assertThat(server.job().outcome()).isEmpty();
  }

  @Test
  void theBuffersThatAreTypedAreThoseOfDatagramsToo() throws Exception {
    String buffers = "{sendBuffer: 20000, receiveBuffer: 30000}";
    DatagramSpec client =
        Links.datagramSpec(
            Requests.client("transport: udp\nhost: 127.0.0.1\nport: 7\nsocket: " + buffers),
            new Endpoint("127.0.0.1", 7),
            null);
    DatagramSpec server =
        Links.bound(
            Requests.server("transport: udp\nsocket: " + buffers), new InetSocketAddress(0));
    assertThat(List.of(client, server))
        .allSatisfy(
            spec -> {
              assertThat(spec.buffers().send()).hasValue(20_000);
              assertThat(spec.buffers().receive()).isEqualTo(30_000);
            });
  }

  /** One thread hears all who send datagrams. */
  @Test
  void aReplyThatWaitsHoldsUpNoOtherSenderOfDatagrams() throws Exception {
    var server =
        harness.serve(
            Transport.UDP,
            Rules.of(
                Rules.reply("slow", "s", Duration.ofSeconds(2)),
                Rules.reply("fast", "f", Duration.ZERO)));
    try (DatagramSocket slow = new DatagramSocket();
        DatagramSocket fast = new DatagramSocket()) {
      slow.setSoTimeout(10_000);
      fast.setSoTimeout(1_000);
      long start = System.nanoTime();
      ask(slow, "slow", server.session());
      ask(fast, "fast", server.session());
      assertThat(answer(fast)).isEqualTo("f");
      assertThat(answer(slow)).isEqualTo("s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }
  }

  private static void ask(DatagramSocket from, String what, ServerSession server)
      throws IOException {
    byte[] bytes = what.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, server.address()));
  }

  private static String answer(DatagramSocket at) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    at.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }
}
