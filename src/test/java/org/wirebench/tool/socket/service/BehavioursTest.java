package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.Rules.rule;
import static org.wirebench.tool.socket.service.SocketHarness.awaitReply;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;

/** What a server answers by itself. */
@Timeout(30)
class BehavioursTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @ParameterizedTest
  @EnumSource
  void anEchoComesBack(Transport transport) throws Exception {
    var server = harness.serve(transport, new Behaviour.Echo());
    var client = harness.talk(client(transport, server.session()));
    assertThat(client.session().offer(bytes("hällo\n"))).isTrue();
    awaitReply(client.session(), "hällo\n");
    var served = server.session().clients().getFirst();
    assertThat(said(served.transcript(), Direction.IN)).isEqualTo("hällo\n");
    await().until(() -> said(server.session().transcript(), Direction.OUT).equals("hällo\n"));
    assertThat(client.session().link().phases().timed().getLast().phase())
        .isEqualTo(Phase.FIRST_BYTE);
    assertThat(served.steps())
        .extracting(Phases.Timed::phase)
        .isEqualTo(transport == Transport.TLS ? List.of(Phase.TLS) : List.of());
  }

  @ParameterizedTest
  @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
  void aGreetingArrivesWholeAndTheConnectionEnds(Transport transport) throws Exception {
    var server =
        harness.serve(transport, new Behaviour.Greet(Payload.text("Hello from server!\\n")));
    var client = harness.talk(client(transport, server.session()));
    // The greeting may already be over: what matters is that unread bytes do not destroy it.
    boolean _ = client.session().offer(bytes("not asked\n"));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN)).isEqualTo("Hello from server!\n");
    assertThat(client.session().link().peerEnd()).isIn(PeerEnd.FIN, PeerEnd.CLOSE_NOTIFY);
    await().until(() -> server.session().connected() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void aGreetingMayBeAFile(Transport transport) throws Exception {
    String greeting = "0123456789".repeat(transport.isDatagram() ? 1_000 : 100_000);
    Path file = Files.writeString(folder.resolve("greeting"), greeting);
    var server =
        harness.serve(
            transport, new Behaviour.Greet(new Payload(Payload.Form.FILE, file.toString())));
    var client = harness.talk(client(transport, server.session()));
    boolean _ = client.session().offer(bytes("hello"));
    awaitReply(client.session(), greeting);
  }

  @Test
  void aGreetingThatCannotBeReadEndsTheConnection() throws Exception {
    Path missing = folder.resolve("missing");
    var server =
        harness.serve(
            Transport.TCP, new Behaviour.Greet(new Payload(Payload.Form.FILE, missing.toString())));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    await().until(() -> server.session().connected() == 0);
    assertThat(server.session().clients().getFirst().broken()).isPresent();
    assertThat(server.job().outcome()).isEmpty();
  }

  @Test
  void repliesOfAScriptMayBeFiles() throws Exception {
    Path file = Files.writeString(folder.resolve("reply"), "from a file");
    var server =
        harness.serve(
            Transport.TCP,
            new Behaviour.Script(List.of(new Payload(Payload.Form.FILE, file.toString()))));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(bytes("please"))).isTrue();
    awaitReply(client.session(), "from a file");
  }

  @ParameterizedTest
  @EnumSource
  void aScriptRepliesInTurn(Transport transport) throws Exception {
    var server =
        harness.serve(
            transport,
            new Behaviour.Script(
                List.of(Payload.text("one"), new Payload(Payload.Form.HEX, "ff"))));
    var client = harness.talk(client(transport, server.session()));
    for (int i = 1; i <= 3; i++) {
      int sent = i;
      assertThat(client.session().offer(bytes("?"))).isTrue();
      await().until(() -> server.session().transcript().total(Direction.IN) == sent);
    }
    await().until(() -> client.session().transcript().total(Direction.IN) == 4);
  }

  @ParameterizedTest
  @EnumSource
  void rulesAnswerWhatMatches(Transport transport) throws Exception {
    var server =
        harness.serve(
            transport,
            Rules.of(
                rule(
                    BytePattern.Form.REGEX,
                    "GET (\\w+)\\n",
                    "${counter}:${1}\\n",
                    Duration.ofMillis(5),
                    Behaviour.Then.GO_ON),
                rule(
                    BytePattern.Form.HEX,
                    "02 ?? 0a",
                    "\\x06\\n",
                    Duration.ZERO,
                    Behaviour.Then.GO_ON)));
    var client = harness.talk(client(transport, server.session()));
    assertThat(client.session().offer(bytes("GET one\n"))).isTrue();
    awaitReply(client.session(), "1:one\n");
    assertThat(client.session().offer(new byte[] {2, 77, 10})).isTrue();
    awaitReply(client.session(), "1:one\n\u0006\n");
    assertThat(client.session().offer(bytes("GET two\n"))).isTrue();
    awaitReply(client.session(), "1:one\n\u0006\n2:two\n");
  }

  @Test
  void aRuleSeesWhatComesInPieces() throws Exception {
    var server =
        harness.serve(
            Transport.TCP,
            Rules.of(
                rule(
                    BytePattern.Form.TEXT,
                    "split\\n",
                    "whole",
                    Duration.ZERO,
                    Behaviour.Then.CLOSE)));
    var client = harness.talk(client(Transport.TCP, server.session()));
    for (String piece : List.of("s", "pl", "it", "\n")) {
      long before = server.session().transcript().total(Direction.IN);
      assertThat(client.session().offer(bytes(piece))).isTrue();
      await()
          .until(
              () -> server.session().transcript().total(Direction.IN) == before + piece.length());
    }
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN)).isEqualTo("whole");
  }

  @Test
  void chargenSendsItsPatternUntilItIsClosed() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Chargen());
    var client = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> client.session().transcript().total(Direction.IN) > 1_000_000);
    client.job().cancel();
    assertThat(client.job().await()).isInstanceOf(Outcome.Cancelled.class);
    String first = new String(client.session().transcript().bytes().read(0, 200), UTF_8);
    assertThat(first)
        .contains(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefg\r\n");
    await().until(() -> server.session().connected() == 0);
  }

  @Test
  void daytimeTellsTheTimeAndEnds() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Daytime());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN))
        .matches("\\w+, \\w+ \\d+, \\d{4} \\d\\d:\\d\\d:\\d\\d-\\w+\r\n");
  }

  @Test
  void daysAndMonthsAreNamedInFull() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Daytime());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN))
        .matches(
            "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (January|February|March|April|May|June"
                + "|July|August|September|October|November|December) .*\r\n");
  }

  @Test
  void discardCountsAndKeepsNothing() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Discard());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(new byte[100_000])).isTrue();
    await().until(() -> server.session().transcript().total(Direction.IN) == 100_000);
    assertThat(said(server.session().transcript(), Direction.IN)).isEmpty();
  }
}
