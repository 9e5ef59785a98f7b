package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.code.Requests;

/** Of the answers to a broadcast or a group it matters who gave them. */
@Timeout(30)
class SenderTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ClientSession talkTo(DatagramSocket peer, String more) throws Exception {
    String request = "transport: udp\nhost: 127.0.0.1\nport: " + peer.getLocalPort() + more;
    return harness.talk(Requests.client(request)).session();
  }

  private static DatagramSocket peer() throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static void answer(DatagramSocket from, ClientSession client, String text)
      throws IOException {
    InetSocketAddress local = (InetSocketAddress) client.link().local();
    byte[] bytes = text.getBytes(UTF_8);
    from.send(
        new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), local.getPort()));
    await().until(() -> said(client.transcript(), Direction.IN).endsWith(text));
  }

  private static String came(DatagramSocket from) {
    return "From 127.0.0.1:" + from.getLocalPort() + "\n";
  }

  @Test
  void eachChangeOfTheSenderIsTold() throws Exception {
    try (DatagramSocket first = peer();
        DatagramSocket second = peer()) {
      ClientSession client = talkTo(first, "\nbroadcast: true");
      answer(first, client, "one");
      answer(first, client, "two");
      answer(second, client, "three");
      answer(first, client, "four");
      assertThat(said(client.transcript(), Direction.EVENT))
          .endsWith(came(first) + came(second) + came(first));
    }
  }

  @Test
  void whereOnlyOneCanAnswerNobodyIsNamed() throws Exception {
    try (DatagramSocket only = peer()) {
      ClientSession client = talkTo(only, "");
      answer(only, client, "one");
      assertThat(said(client.transcript(), Direction.EVENT)).doesNotContain("From");
    }
  }
}
