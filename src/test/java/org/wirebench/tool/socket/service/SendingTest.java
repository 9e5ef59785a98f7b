package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Generation;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** What is sent by hand, and ends with the connection. */
@Timeout(30)
class SendingTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private Job<Boolean> send(ClientSession session, Path file) {
    return harness
        .jobs()
        .start(
            JobSpec.named("send", "socket"),
            context -> {
              session.sendFile(file, context);
              return true;
            });
  }

  private Job<Boolean> generate(ClientSession session, Generator generator) {
    return harness
        .jobs()
        .start(
            JobSpec.named("generate", "socket"),
            context -> {
              session.generate(generator, context);
              return true;
            });
  }

  private static NetFailure failure(Job<Boolean> job) throws Exception {
    Outcome<Boolean> outcome = job.await(Duration.ofSeconds(10)).orElseThrow();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (NetFailure) ((Outcome.Failed<Boolean>) outcome).failure();
  }

  @Test
  void everyFileThatWaitsFailsWithTheConnection() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[50_000_000]);
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Running<ClientSession> talk =
          harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
      ClientSession session = talk.session();
      Socket peer = listener.accept();
      Job<Boolean> first = send(session, file);
      await().until(() -> first.progress().done() > 0);
      Job<Boolean> second = send(session, file);
      Job<Boolean> third = send(session, file);
      await().until(() -> session.waitingSends() == 2);
      peer.setSoLinger(true, 0);
      peer.close();
      assertThat(failure(first).title()).isNotEmpty();
      assertThat(failure(second).kind()).isEqualTo(NetFailure.Kind.RESET);
      assertThat(failure(third).kind()).isEqualTo(NetFailure.Kind.RESET);
      assertThat(talk.job().await()).isInstanceOf(Outcome.Done.class);
      Job<Boolean> late = send(session, file);
      assertThat(failure(late).kind()).isEqualTo(NetFailure.Kind.RESET);
    }
  }

  @Test
  void theGeneratorRefusesWhatFitsNoDatagramBeforeItStarts() throws Exception {
    var server = harness.serve(server(Transport.UDP, new Behaviour.Nothing()));
    ClientSession session = harness.talk(client(Transport.UDP, server.session())).session();
    Job<Boolean> tooLong =
        generate(session, new Generator(new byte[1], Generation.LONGEST_DATAGRAM + 1, 1000, 1));
    NetFailure failure = failure(tooLong);
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.LIMIT);
    assertThat(failure.cause()).contains("65,507");
    assertThat(session.transcript().total(Direction.OUT)).isZero();
    Job<Boolean> longest =
        generate(session, new Generator(new byte[1], Generation.LONGEST_DATAGRAM, 1000, 1));
    assertThat(longest.await()).isInstanceOf(Outcome.Done.class);
    assertThat(session.transcript().total(Direction.OUT)).isEqualTo(Generation.LONGEST_DATAGRAM);
  }

  @Test
  void datagramsHaveNoFinAndNoReset() throws Exception {
    var server = harness.serve(server(Transport.UDP, new Behaviour.Nothing()));
    ClientSession session = harness.talk(client(Transport.UDP, server.session())).session();

    assertThat(session.halfClose()).isTrue();
    await().until(() -> said(session.transcript(), Direction.EVENT).contains("nothing was ended"));
    session.reset();

    await()
        .until(() -> said(session.transcript(), Direction.EVENT).endsWith("closed the socket\n"));
    assertThat(said(session.transcript(), Direction.EVENT)).doesNotContain("FIN");
    assertThat(said(session.transcript(), Direction.FAILURE)).isEmpty();
  }

  @Test
  void theGeneratorRefusesAStreamOfGiants() throws Exception {
    var server = harness.serve(server(Transport.TCP, new Behaviour.Discard()));
    ClientSession session = harness.talk(client(Transport.TCP, server.session())).session();
    Job<Boolean> giant = generate(session, new Generator(new byte[1], 999_999_999, 1000, 1));
    assertThat(failure(giant).kind()).isEqualTo(NetFailure.Kind.LIMIT);
    assertThat(session.transcript().total(Direction.OUT)).isZero();
  }
}
