package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.Steps.awaitText;
import static org.wirebench.tool.socket.service.Steps.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** The steps of servers, played with nobody there, against sockets of the system. */
@Timeout(60)
class ServerPlayerTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  /** A server that plays its steps, and already listens. */
  private record Played(int port, Transcript transcript, Job<SocketResult> job) {
    Socket client() throws IOException {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    SocketResult result() throws Exception {
      Outcome<SocketResult> outcome = job.await();
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      return ((Outcome.Done<SocketResult>) outcome).result();
    }

    NetFailure failure() throws Exception {
      return TestJobs.failure(job);
    }
  }

  private Played play(Behaviour behaviour, Step... steps) throws Exception {
    return play(Transport.TCP, behaviour, LONG, steps);
  }

  private Played play(Transport transport, Behaviour behaviour, Duration timeout, Step... steps)
      throws Exception {
    int port = freePort(transport);
    ServerRequest request = SocketHarness.server(transport, behaviour, port, timeout, steps);
    CompletableFuture<Transcript> opened = new CompletableFuture<>();
    Job<SocketResult> job =
        harness
            .jobs()
            .start(
                JobSpec.named("play", "socket"),
                context -> harness.service().play(request, opened::complete, context));
    return new Played(port, opened.get(10, TimeUnit.SECONDS), job);
  }

  private static int freePort(Transport transport) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (transport.isDatagram()) {
      try (DatagramSocket free = new DatagramSocket(any)) {
        return free.getLocalPort();
      }
    }
    try (ServerSocket free = new ServerSocket()) {
      free.bind(any);
      return free.getLocalPort();
    }
  }

  private static void say(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static String hear(Socket client, int length) throws IOException {
    return new String(client.getInputStream().readNBytes(length), UTF_8);
  }

  private static String hearAll(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }

  private Path file(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(7).nextBytes(content);
    return Files.write(folder.resolve("file"), content);
  }

  @Test
  void stepsArePlayedInOrder() throws Exception {
    Played server =
        play(
            new Behaviour.Nothing(),
            awaitText("HELO\n"),
            send("250 hello\\n"),
            awaitText("QUIT\n"),
            send("221 bye\\n"));
    try (Socket client = server.client()) {
      say(client, "HELO\n");
      assertThat(hear(client, 10)).isEqualTo("250 hello\n");
      say(client, "QUIT\n");
      assertThat(hearAll(client)).isEqualTo("221 bye\n");
    }
    SocketResult result = server.result();
    assertThat(new String(result.reply(), UTF_8)).isEqualTo("HELO\nQUIT\n");
    assertThat(result.sent()).isEqualTo(18);
    assertThat(result.clients()).isEqualTo(1);
  }

  @Test
  void theLastSendArrivesThoughMoreWasSaidThanRead() throws Exception {
    Played server = play(new Behaviour.Nothing(), awaitText("x"), send("bye\\n"));
    try (Socket client = server.client()) {
      // The rest is on its way while the server ends: closing over it would be a reset.
      say(client, "x");
      say(client, "y".repeat(20_000_000));
      client.shutdownOutput();
      assertThat(hearAll(client)).isEqualTo("bye\n");
    }
    assertThat(server.result().sent()).isEqualTo(4);
  }

  private static void assertSame(InputStream actual, InputStream expected) throws IOException {
    byte[] part;
    do {
      part = expected.readNBytes(1 << 20);
      assertThat(Arrays.equals(actual.readNBytes(part.length), part)).isTrue();
    } while (part.length > 0);
    assertThat(actual.read()).isEqualTo(-1);
  }

  @Test
  void aBigFileArrivesWhole() throws Exception {
    Path file = file(100_000_000);
    Played server = play(new Behaviour.Nothing(), awaitText("go"), send(file));
    try (Socket client = server.client();
        InputStream expected = Files.newInputStream(file)) {
      say(client, "go");
      assertSame(client.getInputStream(), expected);
    }
    assertThat(server.result().sent()).isEqualTo(100_000_000);
  }

  @Test
  void aClientThatNeverReadsFailsTheRunAndKeepsNoOtherFromItsBytes() throws Exception {
    Path file = file(40_000_000);
    Played server =
        play(
            Transport.TCP,
            new Behaviour.Nothing(),
            Duration.ofSeconds(3),
            awaitText("deaf"),
            awaitText("go"),
            send(file));
    try (Socket deaf = server.client();
        Socket client = server.client()) {
      say(deaf, "deaf");
      org.awaitility.Awaitility.await()
          .until(() -> said(server.transcript(), Direction.IN).equals("deaf"));
      say(client, "go");
      assertThat(client.getInputStream().readNBytes(40_000_000).length).isEqualTo(40_000_000);
      NetFailure failure = server.failure();
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
      assertThat(failure.title()).contains("does not read");
      assertThat(failure.cause()).contains(Integer.toString(deaf.getLocalPort()));
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleFailsTheRun() throws Exception {
    Played server = play(new Behaviour.Nothing(), awaitText("go"), send(file(40_000_000)));
    try (Socket client = server.client()) {
      say(client, "go");
      assertThat(client.getInputStream().readNBytes(1000).length).isEqualTo(1000);
      client.setSoLinger(true, 0);
    }
    assertThat(server.failure().title()).contains("left before it had all");
  }

  @Test
  void sendingToNobodyIsAFailure() throws Exception {
    Played server = play(new Behaviour.Nothing(), send("hello"));
    assertThat(server.failure().title()).contains("Nobody");
  }

  @Test
  void aFileThatIsMissingIsNamed() throws Exception {
    Played server = play(new Behaviour.Nothing(), awaitText("go"), send(folder.resolve("missing")));
    try (Socket client = server.client()) {
      say(client, "go");
      assertThat(server.failure().cause()).contains("missing");
    }
  }

  @Test
  void whoAsksAndEndsItsDirectionIsAnswered() throws Exception {
    Played server =
        play(
            new Behaviour.Nothing(),
            awaitText("go"),
            new Step.Pause(Duration.ofMillis(200)),
            send("answer"));
    try (Socket client = server.client()) {
      say(client, "go");
      client.shutdownOutput();
      assertThat(hearAll(client)).isEqualTo("answer");
    }
    assertThat(server.result().sent()).isEqualTo(6);
  }

  @Test
  void theEchoOfTheLastWordArrives() throws Exception {
    Played server = play(new Behaviour.Echo(), awaitText("END"));
    try (Socket client = server.client()) {
      say(client, "some END");
      assertThat(hearAll(client)).isEqualTo("some END");
    }
    SocketResult result = server.result();
    assertThat(result.sent()).isEqualTo(8);
    assertThat(result.received()).isEqualTo(8);
  }

  @Test
  void rulesAnswerWhileStepsArePlayed() throws Exception {
    Behaviour rule = Rules.of(Rules.reply("ping", "pong ", Duration.ZERO));
    Played server = play(rule, awaitText("ping"), awaitText("end"), send("bye"));
    try (Socket client = server.client()) {
      say(client, "ping");
      assertThat(hear(client, 5)).isEqualTo("pong ");
      say(client, "end");
      assertThat(hearAll(client)).isEqualTo("bye");
    }
    assertThat(server.result().sent()).isEqualTo(8);
  }

  @Test
  void allThatAreThereAreSentTo() throws Exception {
    Played server =
        play(
            new Behaviour.Nothing(),
            new Step.Await(new Step.Until.Bytes(3)),
            send("all"),
            awaitText("end"));
    try (Socket one = server.client();
        Socket two = server.client();
        Socket three = server.client()) {
      for (Socket client : List.of(one, two, three)) {
        say(client, "x");
      }
      for (Socket client : List.of(one, two, three)) {
        assertThat(hear(client, 3)).isEqualTo("all");
      }
      say(two, "end");
      assertThat(hearAll(one)).isEmpty();
    }
    assertThat(server.result().sent()).isEqualTo(9);
    assertThat(server.result().clients()).isEqualTo(3);
  }

  @Test
  void allThatEverCameAreCounted() throws Exception {
    int many = Clients.LEFT_KEPT + 50;
    Played server = play(new Behaviour.Echo(), awaitText("END"));
    for (int i = 0; i < many; i++) {
      try (Socket client = server.client()) {
        say(client, "x");
        assertThat(hear(client, 1)).isEqualTo("x");
      }
    }
    try (Socket client = server.client()) {
      say(client, "END");
      assertThat(hearAll(client)).isEqualTo("END");
    }
    assertThat(server.result().clients()).isEqualTo(many + 1);
  }

  @Test
  void whatDoesNotComeInTimeIsAFailure() throws Exception {
    Played server =
        play(Transport.TCP, new Behaviour.Echo(), Duration.ofMillis(300), awaitText("x"));
    assertThat(server.failure().kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
  }

  @Test
  void datagramsAreAnsweredOneByOne() throws Exception {
    Played server =
        play(
            Transport.UDP,
            new Behaviour.Nothing(),
            LONG,
            awaitText("go"),
            send("one"),
            send("two"));
    try (DatagramSocket client = new DatagramSocket()) {
      client.setSoTimeout(10_000);
      client.connect(InetAddress.getLoopbackAddress(), server.port());
      client.send(new DatagramPacket("go".getBytes(UTF_8), 2));
      DatagramPacket heard = new DatagramPacket(new byte[100], 100);
      for (String text : List.of("one", "two")) {
        client.receive(heard);
        assertThat(new String(heard.getData(), 0, heard.getLength(), UTF_8)).isEqualTo(text);
      }
    }
    assertThat(server.result().clients()).isEqualTo(1);
    assertThat(server.result().sent()).isEqualTo(6);
  }
}
