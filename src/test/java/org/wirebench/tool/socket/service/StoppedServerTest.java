package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.code.Requests;

/** What a server writes down when it is stopped while a client reads nothing. */
@Timeout(30)
class StoppedServerTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  /** Repeated, since it failed now and then only. */
  @RepeatedTest(5)
  void nothingStandsInTheTranscriptAfterTheEnd() throws Exception {
    var server = harness.serve(Requests.server("host: 127.0.0.1\nbehaviour: chargen"));
    InetSocketAddress address = (InetSocketAddress) server.session().address();
    try (Socket _ = new Socket(address.getAddress(), address.getPort())) {
      Transcript transcript = server.session().transcript();
      AtomicLong before = new AtomicLong();
      await()
          .until(
              () -> {
                long now = transcript.count();
                return now > 1 && before.getAndSet(now) == now;
              });
      server.job().cancel();
      server.job().await();
      Exchange last = transcript.exchange(transcript.count() - 1);
      assertThat(last.direction()).isEqualTo(Direction.EVENT);
      assertThat(new String(transcript.payload(last), UTF_8)).isEqualTo("We closed the connection");
    }
  }
}
