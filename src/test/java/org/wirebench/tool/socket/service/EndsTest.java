package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;

/** How a conversation ends, and how that is told. */
@Timeout(30)
class EndsTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @Test
  void anEndInOrderIsNoFailure() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Greet(Payload.text("bye")));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.EVENT)).contains("(FIN)");
    assertThat(said(client.session().transcript(), Direction.FAILURE)).isEmpty();
  }

  @Test
  void afterOurEndTheOtherSideMayStillSpeak() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(bytes("question"))).isTrue();
    await().until(() -> server.session().transcript().total(Direction.IN) == 8);
    assertThat(server.session().clients().getFirst().offer(bytes("answer"))).isTrue();
    assertThat(client.session().halfClose()).isTrue();
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN)).isEqualTo("answer");
    assertThat(client.session().link().peerEnd()).isEqualTo(PeerEnd.FIN);
  }

  @Test
  void aResetIsToldFromAnEnd() throws Exception {
    var server = harness.serve(Transport.TCP, Rules.resettingOn("x"));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(bytes("x"))).isTrue();
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(client.session().link().peerEnd()).isEqualTo(PeerEnd.RESET);
    assertThat(said(client.session().transcript(), Direction.FAILURE)).contains("(RST)");
    assertThat(client.session().broken()).isPresent();
  }

  @Test
  void aUnixDomainSocketHasNoFin() throws Exception {
    var server = harness.serve(Transport.UNIX, new Behaviour.Greet(Payload.text("bye")));
    var client = harness.talk(client(Transport.UNIX, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.EVENT))
        .contains("The other side ended the connection\n")
        .doesNotContain("FIN");
  }

  @Test
  void datagramsHaveNoFinAndNoReset() throws Exception {
    var server = harness.serve(Transport.UDP, new Behaviour.Nothing());
    ClientSession session = harness.talk(client(Transport.UDP, server.session())).session();

    assertThat(session.halfClose()).isTrue();
    await().until(() -> said(session.transcript(), Direction.EVENT).contains("nothing was ended"));
    session.reset();

    await()
        .until(() -> said(session.transcript(), Direction.EVENT).endsWith("closed the socket\n"));
    assertThat(said(session.transcript(), Direction.EVENT)).doesNotContain("FIN");
    assertThat(said(session.transcript(), Direction.FAILURE)).isEmpty();
  }
}
