package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;

/** Who is there, on a server of datagrams. */
@Timeout(30)
class PacketClientsTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ClientSession talk(ServerSession server) throws Exception {
    return harness.talk(client(Transport.UDP, server)).session();
  }

  private static void say(ClientSession client, ServerSession server, String text) {
    long before = server.transcript().total(Direction.IN);
    assertThat(client.offer(text.getBytes(UTF_8))).isTrue();
    await().until(() -> server.transcript().total(Direction.IN) == before + text.length());
  }

  @Test
  void whoHasToMakeRoomIsThereNoMore() throws Exception {
    ServerSession server =
        harness.serve(harness.server(Transport.UDP, new Behaviour.Nothing(), 1)).session();
    say(talk(server), server, "first");
    say(talk(server), server, "second");

    await().until(() -> server.clients().size() == 2);
    ServedClient first = server.clients().getFirst();
    assertThat(first.isConnected()).isFalse();
    assertThat(first.offer(new byte[1])).isFalse();
    assertThat(server.connected()).isEqualTo(1);
    assertThat(server.refused()).isEqualTo(1);
  }

  @Test
  void whoComesAgainIsNotForgottenWithWhatItWasBefore() throws Exception {
    ServerSession server = harness.serve(Transport.UDP, new Behaviour.Nothing()).session();
    ClientSession client = talk(server);
    say(client, server, "one");
    ServedClient before = server.clients().getFirst();
    before.disconnect();
    say(client, server, "two");

    before.disconnect();
    say(client, server, "three");

    assertThat(server.clients()).hasSize(2);
    assertThat(server.connected()).isEqualTo(1);
  }
}
