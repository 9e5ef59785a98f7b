package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.code.Requests;

/** A connection that breaks while one thread reads and another sends: both find out. */
@Timeout(30)
class ResetWhileSendingTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  /** Repeated, since either thread may be the first. */
  @RepeatedTest(10)
  void theEndIsToldOnce() throws Exception {
    var server = harness.serve(Requests.server("host: 127.0.0.1\nbehaviour: chargen"));
    InetSocketAddress address = (InetSocketAddress) server.session().address();
    try (Socket client = new Socket(address.getAddress(), address.getPort())) {
      assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
      client.setSoLinger(true, 0);
    }
    await().until(() -> server.session().came() == 1 && server.session().connected() == 0);
    assertThat(said(server.session().transcript(), Direction.FAILURE))
        .isEqualTo("The other side reset the connection (RST)\n");
    ServedClient gone = server.session().clients().getFirst();
    assertThat(gone.broken())
        .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(NetFailure.Kind.RESET));
  }
}
