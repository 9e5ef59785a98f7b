package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebench.core.code.Target;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;
import org.wirebench.tool.socket.service.SocketResult;

/** A generated server does what the form does. */
@Tag("interop")
@Timeout(60)
class GeneratedServerTest {
  private static final Pattern PORT = Pattern.compile("listening on .*?(\\d+)(, 0, 0)?\\)?\\R");
  private static final String PASSWORD = "secret";

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @BeforeEach
  void open() throws Exception {
    Identity server = harness.authority().localServer();
    Files.writeString(folder.resolve("authority.pem"), harness.authority().pem());
    Files.writeString(folder.resolve("server.pem"), server.certificatesPem());
    Files.writeString(folder.resolve("server.key"), server.keyPem());
    Files.write(folder.resolve("server.p12"), server.pkcs12(PASSWORD));
  }

  static Stream<Arguments> programs() {
    return ServerScenario.LIST.stream()
        .flatMap(one -> one.targets().stream().sorted().map(target -> Arguments.of(target, one)));
  }

  /** What a client has seen. */
  private record Seen(boolean well, String reply, PeerEnd end) {}

  @ParameterizedTest
  @MethodSource("programs")
  void aGeneratedServerDoesWhatTheFormDoes(Target target, ServerScenario scenario)
      throws Exception {
    Seen ours;
    ServerRequest request = server(scenario.typed(), scenario.server(), 0);
    Running<ServerSession> running = harness.serve(request);
    ours = talk(scenario, portOf(running.session()));
    running.job().cancel();
    assertThat(running.job().await()).isInstanceOf(Outcome.Cancelled.class);

    Seen theirs;
    try (Started program = start(target, scenario.typed(), scenario.server())) {
      theirs = talk(scenario, program.port());
    }
    assertThat(theirs).isEqualTo(ours);
    assertThat(ours.well()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void theTimeOfDayIsTold(Target target) throws Exception {
    try (Started program = start(target, "tcp", "behaviour: daytime")) {
      Seen seen = result("transport: tcp\nuntil: {end: true}\n" + at(program.port()), 100);
      assertThat(seen.reply())
          .matches("[A-Z][a-z]+day, [A-Z][a-z]+ \\d{1,2}, \\d{4} \\d\\d:\\d\\d:\\d\\d-\\w+\r\n");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void severalClientsAreServedAtOnce(Target target) throws Exception {
    try (Started program = start(target, "tcp", "behaviour: echo")) {
      String client = "transport: tcp\n" + at(program.port());
      Running<ClientSession> one = harness.talk(Requests.client(client));
      Running<ClientSession> other = harness.talk(Requests.client(client));
      assertThat(other.session().offer("two".getBytes(ISO_8859_1))).isTrue();
      awaitReply(other.session(), "two");
      assertThat(one.session().offer("one".getBytes(ISO_8859_1))).isTrue();
      awaitReply(one.session(), "one");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA"})
  void thoseBeyondTheLimitAreSentAway(Target target) throws Exception {
    try (Started program = start(target, "tcp", "behaviour: echo\nmaxClients: 1")) {
      String client = "transport: tcp\n" + at(program.port());
      Running<ClientSession> first = harness.talk(Requests.client(client));
      assertThat(first.session().offer("one".getBytes(ISO_8859_1))).isTrue();
      awaitReply(first.session(), "one");
      Running<ClientSession> second = harness.talk(Requests.client(client));
      assertThat(second.job().await()).isInstanceOf(Outcome.Done.class);
      assertThat(first.session().halfClose()).isTrue();
      assertThat(first.job().await()).isInstanceOf(Outcome.Done.class);
      program.peer().awaitOutput("client 1 left");
      Running<ClientSession> third = harness.talk(Requests.client(client));
      assertThat(third.session().offer("three".getBytes(ISO_8859_1))).isTrue();
      awaitReply(third.session(), "three");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void allAddressesMeansBothFamilies(Target target) throws Exception {
    try (Started program = start(target, "tcp", "behaviour: echo\nhost: \"\"")) {
      for (String host : new String[] {"127.0.0.1", "\"::1\""}) {
        Seen seen =
            result(
                "transport: tcp\nsend: x\nuntil: {bytes: 1}\nhost: "
                    + host
                    + "\nport: "
                    + program.port(),
                1);
        assertThat(seen).as(host).isEqualTo(new Seen(true, "x", PeerEnd.NONE));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void ipv6AloneDoesNotAnswerIpv4(Target target) throws Exception {
    String yaml = "behaviour: echo\nfamily: ipv6\nhost: \"\"\nsocket: {sendBuffer: 50000}";
    try (Started program = start(target, "udp", yaml);
        DatagramChannel four = DatagramChannel.open(StandardProtocolFamily.INET)) {
      int _ =
          four.send(
              ByteBuffer.wrap(new byte[] {'4'}),
              new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), program.port()));
      Seen six =
          result(
              "transport: udp\nsend: x\nuntil: {bytes: 1}\nhost: \"::1\"\nport: " + program.port(),
              1);
      assertThat(six).isEqualTo(new Seen(true, "x", PeerEnd.NONE));
      four.configureBlocking(false);
      assertThat(four.receive(ByteBuffer.allocate(1))).isNull();
      assertThat(program.peer().output()).doesNotContain("127.0.0.1");
    }
  }

  /** A client that is kept waiting by a rule is alone with that. */
  @ParameterizedTest
  @EnumSource(
      value = Target.class,
      names = {"PYTHON", "JAVA"})
  void aSlowReplyToADatagramHoldsUpNobodyElse(Target target) throws Exception {
    String yaml =
        "behaviour: {rules: [{when: slow, reply: late, delay: 3s}, {when: fast, reply: now}]}";
    try (Started program = start(target, "udp", yaml)) {
      String at = "transport: udp\nhost: 127.0.0.1\nport: " + program.port() + "\n";
      ClientSession slow = harness.talk(Requests.client(at)).session();
      ClientSession fast = harness.talk(Requests.client(at)).session();
      assertThat(slow.offer("slow".getBytes(ISO_8859_1))).isTrue();
      program.peer().awaitOutput("slow");
      assertThat(fast.offer("fast".getBytes(ISO_8859_1))).isTrue();
      awaitReply(fast, "now");
      assertThat(SocketHarness.said(slow.transcript(), Direction.IN)).isEmpty();
      awaitReply(slow, "late");
    }
  }

  private static void awaitReply(ClientSession session, String reply) {
    await()
        .untilAsserted(
            () ->
                assertThat(SocketHarness.said(session.transcript(), Direction.IN))
                    .isEqualTo(reply));
  }

  /** A server that runs. */
  private record Started(Peer peer, int port) implements AutoCloseable {
    @Override
    public void close() {
      peer.close();
    }
  }

  private Started start(Target target, String transport, String yaml) throws Exception {
    int port = target == Target.SHELL ? KernelSockets.freePort() : 0;
    ServerRequest request = server(transport, yaml, port);
    Peer peer = Generated.start(target, request, folder, Map.of("KEY_PASSWORD", PASSWORD));
    try {
      if (target == Target.SHELL) {
        awaitSocket(request, port, peer);
        return new Started(peer, request.transport() == Transport.UNIX ? 0 : port);
      }
      peer.awaitOutput("listening on ");
      if (request.transport() == Transport.UNIX) {
        return new Started(peer, 0);
      }
      peer.awaitOutput(said -> PORT.matcher(said).find());
      Matcher found = PORT.matcher(peer.output());
      assertThat(found.find()).isTrue();
      return new Started(peer, Integer.parseInt(found.group(1)));
    } catch (RuntimeException | Error failed) {
      peer.close();
      throw failed;
    }
  }

  private void awaitSocket(ServerRequest request, int port, Peer peer) {
    await(peer.toString())
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                switch (request.transport()) {
                  case TCP, TLS -> KernelSockets.tcpListens(port);
                  case UDP -> KernelSockets.udpIsBound(port);
                  case UNIX -> Files.exists(Path.of(request.path()));
                });
  }

  private ServerRequest server(String transport, String yaml, int port) {
    String place =
        transport.equals("unix")
            ? "path: " + folder.resolve("s")
            : (yaml.contains("host:") ? "" : "host: 127.0.0.1\n") + "port: " + port;
    return Requests.server("transport: " + transport + "\n" + filled(yaml) + "\n" + place);
  }

  private String filled(String yaml) {
    return yaml.replace("FOLDER", folder.toString());
  }

  private static int portOf(ServerSession session) {
    return session.address() instanceof InetSocketAddress address ? address.getPort() : 0;
  }

  private String at(int port) {
    return port == 0 ? "path: " + folder.resolve("s") : "host: 127.0.0.1\nport: " + port;
  }

  private Seen talk(ServerScenario scenario, int port) throws Exception {
    return result(
        "transport: " + scenario.typed() + "\n" + filled(scenario.client()) + "\n" + at(port),
        scenario.compared());
  }

  private Seen result(String yaml, int compared) throws Exception {
    return switch (harness.play(Requests.client(yaml)).await()) {
      case Outcome.Done<SocketResult>(SocketResult result) -> {
        String reply = new String(result.reply(), ISO_8859_1);
        yield new Seen(true, reply.substring(0, Math.min(compared, reply.length())), result.end());
      }
      case Outcome.Failed<SocketResult>(var failure) ->
          new Seen(false, failure.toString(), PeerEnd.NONE);
      case Outcome.Cancelled<SocketResult> _ -> throw new AssertionError("cancelled");
    };
  }
}
