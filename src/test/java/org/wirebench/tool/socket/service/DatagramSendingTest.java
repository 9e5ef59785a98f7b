package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Generation;
import org.wirebench.tool.socket.request.Transport;

/** Datagrams that cannot be sent: there is no connection that could break with them. */
@Timeout(30)
class DatagramSendingTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  private ServerSession server;
  private ClientSession client;

  @BeforeEach
  void talk() throws Exception {
    server = harness.serve(Transport.UDP, new Behaviour.Nothing()).session();
    client = harness.talk(client(Transport.UDP, server)).session();
  }

  private void untilNextIsHeard() {
    assertThat(client.offer("next".getBytes(UTF_8))).isTrue();
    await().until(() -> said(server.transcript(), Direction.IN).endsWith("next"));
    assertThat(client.broken()).isEmpty();
  }

  private interface Sender {
    void sendFile(Path file, JobContext context) throws Exception;
  }

  private void send(int size, Sender sender) throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[size]);
    var _ = harness.send(context -> sender.sendFile(file, context)).await();
  }

  @Test
  void theNextIsSentAfterOneThatIsTooLong() {
    assertThat(client.offer(new byte[Generation.LONGEST_DATAGRAM + 1])).isTrue();
    untilNextIsHeard();
    assertThat(said(client.transcript(), Direction.FAILURE)).isNotEmpty();
    assertThat(client.transcript().total(Direction.OUT)).isEqualTo(4);
  }

  @Test
  void theNextIsSentAfterOneThatIsEmpty() {
    assertThat(client.offer(new byte[0])).isTrue();
    untilNextIsHeard();
  }

  @Test
  void theNextIsSentAfterAFileThatIsTooLong() throws Exception {
    send(200_000, client::sendFile);
    untilNextIsHeard();
    assertThat(said(client.transcript(), Direction.FAILURE)).contains("file");
    assertThat(client.transcript().total(Direction.OUT)).isEqualTo(4);
  }

  @Test
  void aFileIsOneDatagram() throws Exception {
    send(Generation.LONGEST_DATAGRAM, client::sendFile);
    await().until(() -> server.transcript().total(Direction.IN) == Generation.LONGEST_DATAGRAM);
    assertThat(server.transcript().count()).isEqualTo(2);
  }

  @Test
  void aServerSendsAFileAsOneDatagramOrNotAtAll() throws Exception {
    untilNextIsHeard();
    ServedClient served = server.clients().getFirst();
    send(Generation.LONGEST_DATAGRAM + 1, served::sendFile);
    assertThat(said(served.transcript(), Direction.FAILURE)).contains("file");
    assertThat(served.transcript().total(Direction.OUT)).isZero();
    send(Generation.LONGEST_DATAGRAM, served::sendFile);
    await().until(() -> client.transcript().total(Direction.IN) == Generation.LONGEST_DATAGRAM);
  }
}
