package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.server;
import static org.wirebench.tool.socket.service.Steps.awaitBytes;
import static org.wirebench.tool.socket.service.Steps.awaitText;
import static org.wirebench.tool.socket.service.Steps.send;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phase;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

@Timeout(30)
class PlayerTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ServerSession serve(Transport transport, Behaviour behaviour) throws Exception {
    return harness.serve(transport, behaviour).session();
  }

  private static ClientRequest within(Duration timeout, ClientRequest request) {
    return new ClientRequest(
        request.transport(),
        request.host(),
        request.port(),
        request.path(),
        request.family(),
        request.local(),
        request.socket(),
        request.tls(),
        request.proxy(),
        request.datagrams(),
        request.talk(),
        request.steps(),
        Optional.of(timeout));
  }

  private SocketResult result(ClientRequest request) throws Exception {
    return harness.result(request);
  }

  private NetFailure failure(ClientRequest request) throws Exception {
    return harness.failure(request);
  }

  @ParameterizedTest
  @EnumSource
  void stepsArePlayedInOrder(Transport transport) throws Exception {
    ServerSession server = serve(transport, new Behaviour.Echo());
    SocketResult result =
        result(
            client(
                transport,
                server,
                send("one\\n"),
                awaitText("one\\n"),
                new Step.Pause(Duration.ofMillis(1)),
                send("two"),
                awaitBytes(3)));
    assertThat(new String(result.reply(), UTF_8)).isEqualTo("one\ntwo");
    assertThat(result.sent()).isEqualTo(7);
    assertThat(result.time()).isPositive();
    if (transport == Transport.TLS) {
      assertThat(result.phase(Phase.TLS)).isPresent();
      assertThat(result.tls().orElseThrow().version()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void theEndCanBeWaitedFor() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Echo());
    SocketResult result =
        result(
            client(
                Transport.TCP,
                server,
                send("x"),
                new Step.HalfClose(),
                new Step.Await(new Step.Until.End())));
    assertThat(result.reply()).containsExactly('x');
    assertThat(result.end()).isEqualTo(PeerEnd.FIN);
  }

  @ParameterizedTest
  @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
  void whenTheServerWasQuickerThereIsNothingLeftToEnd(Transport transport) throws Exception {
    ServerSession server = serve(transport, new Behaviour.Greet(Payload.text("hello")));
    SocketResult result =
        result(
            client(transport, server, new Step.Await(new Step.Until.End()), new Step.HalfClose()));
    assertThat(new String(result.reply(), UTF_8)).isEqualTo("hello");
  }

  @Test
  void sendingAfterAResetTellsOfTheReset() throws Exception {
    ServerSession server = serve(Transport.TCP, Rules.resettingOn("x"));
    Step pause = new Step.Pause(Duration.ofMillis(200));
    NetFailure failure =
        failure(client(Transport.TCP, server, send("x"), pause, send("y"), awaitText("z")));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.RESET);
  }

  @Test
  void sendingAfterTheEndTellsOfTheEnd() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Greet(Payload.text("no")));
    Step pause = new Step.Pause(Duration.ofMillis(200));
    NetFailure failure = failure(client(Transport.TCP, server, pause, send("y"), awaitText("z")));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.CLOSED);
  }

  @Test
  void aFileThatIsMissingIsNamed() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Echo());
    Step missing =
        new Step.Send(new Payload(Payload.Form.FILE, folder.resolve("missing").toString()));
    NetFailure failure = failure(client(Transport.TCP, server, missing));
    assertThat(failure.cause()).contains("missing");
  }

  @Test
  void withNothingToWaitForTheTimeUpIsNoFailure() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Echo());
    SocketResult result =
        result(within(Duration.ofMillis(200), client(Transport.TCP, server, send("x"))));
    assertThat(result.reply()).containsExactly('x');
    assertThat(result.time()).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void whatDoesNotComeInTimeIsAFailure() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Nothing());
    NetFailure failure =
        failure(
            within(
                Duration.ofMillis(200), client(Transport.TCP, server, send("x"), awaitText("y"))));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
    assertThat(failure.cause()).contains("200 ms");
  }

  @Test
  void anEndBeforeTheAnswerIsAFailure() throws Exception {
    ServerSession server = serve(Transport.TCP, new Behaviour.Greet(Payload.text("no")));
    NetFailure failure = failure(client(Transport.TCP, server, awaitText("yes")));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.CLOSED);
  }

  @Test
  void aResetBeforeTheAnswerIsNamed() throws Exception {
    ServerSession server = serve(Transport.TCP, Rules.resettingOn("x"));
    NetFailure failure = failure(client(Transport.TCP, server, send("x"), awaitText("y")));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.RESET);
  }

  @Test
  void aPeerThatNeverReadsIsGivenUp() throws Exception {
    try (var deaf = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Path large = java.nio.file.Files.write(folder.resolve("large"), new byte[20_000_000]);
      NetFailure failure =
          failure(
              within(
                  Duration.ofMillis(500),
                  client(
                      Transport.TCP,
                      "127.0.0.1",
                      deaf.getLocalPort(),
                      "",
                      send(large),
                      awaitText("y"))));
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
      assertThat(failure.title()).isEqualTo("The other side does not read");
    }
  }

  private static ClientRequest multicastBy(String networkInterface) {
    return Requests.client(
        "transport: udp\nhost: 239.255.7.7\nport: 7\nttl: 0\nsend: x\ntimeout: 200ms\ninterface: "
            + networkInterface);
  }

  @Test
  void theInterfaceOfMulticastCountsWithoutAGroupToo() throws Exception {
    String loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getName();
    assertThat(result(multicastBy(loopback)).sent()).isEqualTo(1);
    assertThat(failure(multicastBy("nosuch0")).kind()).isEqualTo(NetFailure.Kind.INVALID);
  }

  @Test
  void refusedIsRefused() throws Exception {
    int free;
    try (var closed = new java.net.ServerSocket(0)) {
      free = closed.getLocalPort();
    }
    NetFailure failure = failure(client(Transport.TCP, "127.0.0.1", free, "", send("x")));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.REFUSED);
  }
}
