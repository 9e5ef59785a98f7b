package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.testkit.TestJobs.failure;
import static org.wirebench.tool.socket.service.SocketHarness.awaitReply;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** What is sent by hand, and ends with the connection. */
@Timeout(30)
class SendingTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @Test
  void everyFileThatWaitsFailsWithTheConnection() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[50_000_000]);
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Running<ClientSession> talk =
          harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
      ClientSession session = talk.session();
      Socket peer = listener.accept();
      Job<Boolean> first = harness.send(context -> session.sendFile(file, context));
      await().until(() -> first.progress().done() > 0);
      Job<Boolean> second = harness.send(context -> session.sendFile(file, context));
      Job<Boolean> third = harness.send(context -> session.sendFile(file, context));
      await().until(() -> session.waitingSends() == 2);
      peer.setSoLinger(true, 0);
      peer.close();
      assertThat(failure(first).title()).isNotEmpty();
      assertThat(failure(second).kind()).isEqualTo(NetFailure.Kind.RESET);
      assertThat(failure(third).kind()).isEqualTo(NetFailure.Kind.RESET);
      assertThat(talk.job().await()).isInstanceOf(Outcome.Done.class);
      Job<Boolean> late = harness.send(context -> session.sendFile(file, context));
      assertThat(failure(late).kind()).isEqualTo(NetFailure.Kind.RESET);
    }
  }

  @Test
  void aPeerThatNeverReadsFillsTheOutboxAndCancelEndsIt() throws Exception {
    try (var deaf = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var client = harness.talk(client(Transport.TCP, "127.0.0.1", deaf.getLocalPort(), ""));
      byte[] piece = new byte[64 << 10];
      int offered = 0;
      while (offered < 2 * Outbox.CAPACITY && client.session().offer(piece)) {
        offered++;
      }
      assertThat(offered).isLessThan(2 * Outbox.CAPACITY);
      // The system itself may still take some; then there is room for as many.
      await()
          .until(
              () ->
                  !client.session().offer(piece)
                      && client.session().waitingSends() == Outbox.CAPACITY);
      long before = System.nanoTime();
      client.job().cancel();
      assertThat(client.job().await()).isInstanceOf(Outcome.Cancelled.class);
      assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void noMoreWaitsForAPeerThatNeverReadsThanTheHeapHasRoomFor() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ClientSession session =
          harness.talk(client(Transport.TCP, "127.0.0.1", deaf.getLocalPort(), "")).session();
      byte[] piece = new byte[8 << 20];
      await().until(() -> !session.offer(piece));
      assertThat(session.waitingSends()).isLessThanOrEqualTo(8);
      assertThat(session.halfClose()).as("what takes no room").isTrue();
    }
  }

  @Test
  void aFileArrivesWhole() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    var server = harness.serve(Transport.TCP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.TCP, server.session()));
    var sending = harness.send(context -> client.session().sendFile(file, context));
    assertThat(sending.await()).isInstanceOf(Outcome.Done.class);
    assertThat(sending.progress().done()).isEqualTo(content.length);
    // The system takes the connection, and much of the file, before the server does.
    await().until(() -> server.session().connected() == 1);
    var transcript = server.session().clients().getFirst().transcript();
    await().until(() -> transcript.total(Direction.IN) == content.length);
    // It counts what came before it keeps it.
    await().until(() -> transcript.bytes().size() >= content.length);
    long start = transcript.bytes().size() - content.length;
    assertThat(transcript.bytes().read(start, content.length)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatCannotBeReadIsAFailureOfTheTranscript(boolean byServer) throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Echo());
    var client = harness.talk(client(Transport.TCP, server.session()));
    client.session().offer(bytes("x"));
    awaitReply(client.session(), "x");
    var served = server.session().clients().getFirst();
    Path missing = folder.resolve("missing.bin");
    var sending =
        harness.send(
            context -> {
              if (byServer) {
                served.sendFile(missing, context);
              } else {
                client.session().sendFile(missing, context);
              }
            });
    assertThat(sending.await()).isInstanceOf(Outcome.Failed.class);
    var transcript = byServer ? served.transcript() : client.session().transcript();
    assertThat(said(transcript, Direction.FAILURE)).contains("missing.bin");
  }
}
