package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.SocketHarness.Running;

@Timeout(30)
class SocketServiceTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private String path(Transport transport) {
    return transport == Transport.UNIX ? folder.resolve("s").toString() : "";
  }

  private Running<ServerSession> serve(Transport transport, Behaviour behaviour) throws Exception {
    return harness.serve(server(transport, behaviour, path(transport), 100));
  }

  private static String loopback() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getName();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void awaitReply(ClientSession session, String reply) {
    await().until(() -> said(session.transcript(), Direction.IN).equals(reply));
  }

  @ParameterizedTest
  @EnumSource
  void anEchoComesBack(Transport transport) throws Exception {
    var server = serve(transport, new Behaviour.Echo());
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
    var server = serve(transport, new Behaviour.Greet(Payload.text("Hello from server!\\n")));
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
        serve(transport, new Behaviour.Greet(new Payload(Payload.Form.FILE, file.toString())));
    var client = harness.talk(client(transport, server.session()));
    boolean _ = client.session().offer(bytes("hello"));
    awaitReply(client.session(), greeting);
  }

  @Test
  void aGreetingThatCannotBeReadEndsTheConnection() throws Exception {
    Path missing = folder.resolve("missing");
    var server =
        serve(
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
        serve(
            Transport.TCP,
            new Behaviour.Script(List.of(new Payload(Payload.Form.FILE, file.toString()))));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(bytes("please"))).isTrue();
    awaitReply(client.session(), "from a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"239.255.7.8", "ff01::7"})
  void aGroupDecidesOnTheFamilyOfAllAddresses(String group) throws Exception {
    String joining = "transport: udp\nbehaviour: nothing\njoin: [\"" + group + "\"]\ninterface: ";
    var server = harness.serve(Requests.server(joining + loopback()));
    assertThat(server.job().outcome()).isEmpty();
  }

  @Test
  void theBuffersThatAreTypedAreThoseOfDatagramsToo() throws Exception {
    String buffers = "{sendBuffer: 20000, receiveBuffer: 30000}";
    DatagramSpec client =
        Links.datagramSpec(
            Requests.client("transport: udp\nhost: 127.0.0.1\nport: 7\nsocket: " + buffers),
            new Endpoint("127.0.0.1", 7),
            null);
    DatagramSpec server =
        Links.bound(
            Requests.server("transport: udp\nsocket: " + buffers), new InetSocketAddress(0));
    assertThat(List.of(client, server))
        .allSatisfy(
            spec -> {
              assertThat(spec.buffers().send()).hasValue(20_000);
              assertThat(spec.buffers().receive()).isEqualTo(30_000);
            });
  }

  /** One thread hears all who send datagrams. */
  @Test
  void aReplyThatWaitsHoldsUpNoOtherSenderOfDatagrams() throws Exception {
    var server =
        serve(
            Transport.UDP,
            new Behaviour.Rules(
                List.of(
                    new Behaviour.Rule(
                        text("slow"), "s", Duration.ofSeconds(2), Behaviour.Then.GO_ON),
                    new Behaviour.Rule(text("fast"), "f", Duration.ZERO, Behaviour.Then.GO_ON))));
    try (DatagramSocket slow = new DatagramSocket();
        DatagramSocket fast = new DatagramSocket()) {
      slow.setSoTimeout(10_000);
      fast.setSoTimeout(1_000);
      long start = System.nanoTime();
      ask(slow, "slow", server.session());
      ask(fast, "fast", server.session());
      assertThat(answer(fast)).isEqualTo("f");
      assertThat(answer(slow)).isEqualTo("s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }
  }

  private static BytePattern text(String text) {
    return new BytePattern(BytePattern.Form.TEXT, text);
  }

  private static void ask(DatagramSocket from, String what, ServerSession server)
      throws IOException {
    byte[] bytes = what.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, server.address()));
  }

  private static String answer(DatagramSocket at) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    at.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  @Test
  void daysAndMonthsAreNamedInFull() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Daytime());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN))
        .matches(
            "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (January|February|March|April|May|June"
                + "|July|August|September|October|November|December) .*\r\n");
  }

  @Test
  void aResetIsToldFromAnEnd() throws Exception {
    var server =
        serve(
            Transport.TCP,
            rules(rule(BytePattern.Form.TEXT, "x", "", Duration.ZERO, Behaviour.Then.RESET)));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(bytes("x"))).isTrue();
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(client.session().link().peerEnd()).isEqualTo(PeerEnd.RESET);
    assertThat(said(client.session().transcript(), Direction.FAILURE)).contains("(RST)");
    assertThat(client.session().broken()).isPresent();
  }

  private static Behaviour rules(Behaviour.Rule... rules) {
    return new Behaviour.Rules(List.of(rules));
  }

  private static Behaviour.Rule rule(
      BytePattern.Form form, String text, String reply, Duration delay, Behaviour.Then then) {
    return new Behaviour.Rule(new BytePattern(form, text), reply, delay, then);
  }

  @ParameterizedTest
  @EnumSource
  void rulesAnswerWhatMatches(Transport transport) throws Exception {
    var server =
        serve(
            transport,
            rules(
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
        serve(
            Transport.TCP,
            rules(
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

  @ParameterizedTest
  @EnumSource
  void aScriptRepliesInTurn(Transport transport) throws Exception {
    var server =
        serve(
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

  @Test
  void chargenSendsItsPatternUntilItIsClosed() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Chargen());
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
    var server = serve(Transport.TCP, new Behaviour.Daytime());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.IN))
        .matches("\\w+, \\w+ \\d+, \\d{4} \\d\\d:\\d\\d:\\d\\d-\\w+\r\n");
  }

  @Test
  void discardCountsAndKeepsNothing() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Discard());
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.session().offer(new byte[100_000])).isTrue();
    await().until(() -> server.session().transcript().total(Direction.IN) == 100_000);
    assertThat(said(server.session().transcript(), Direction.IN)).isEmpty();
  }

  @Test
  void moreClientsThanAllowedAreSentAway() throws Exception {
    var server = harness.serve(server(Transport.TCP, new Behaviour.Echo(), "", 1));
    var first = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 1);
    var second = harness.talk(client(Transport.TCP, server.session()));
    assertThat(second.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(server.session().refused()).isEqualTo(1);
    assertThat(first.session().offer(bytes("still here"))).isTrue();
    awaitReply(first.session(), "still here");
  }

  @Test
  void aServerSpeaksToOneToSomeAndToAll() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Nothing());
    var one = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 1);
    var two = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 2);
    server.session().clients().forEach(client -> client.offer(bytes("all ")));
    assertThat(server.session().clients().get(1).offer(bytes("two"))).isTrue();
    awaitReply(one.session(), "all ");
    awaitReply(two.session(), "all two");
    server.session().clients().getFirst().disconnect();
    assertThat(one.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(two.job().isDone()).isFalse();
    await().until(() -> server.session().connected() == 1);
  }

  /** The goodbye of TLS waits for room that a client which does not read never makes. */
  @Test
  void sendingAwayAClientThatDoesNotReadHoldsUpNobody() throws Exception {
    var server = serve(Transport.TLS, new Behaviour.Chargen());
    int port = ((InetSocketAddress) server.session().address()).getPort();
    try (SSLSocket deaf = (SSLSocket) trusting().getSocketFactory().createSocket()) {
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      deaf.startHandshake();
      AtomicLong before = new AtomicLong(-1);
      await()
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                long now = server.session().transcript().total(Direction.OUT);
                return now > 0 && before.getAndSet(now) == now;
              });
      long start = System.nanoTime();
      server.session().clients().getFirst().disconnect();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(400));
      await().until(() -> server.session().connected() == 0);
    }
  }

  /** Believes the authority of the harness, for a client that is not ours. */
  private SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", harness.authority().certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void afterOurEndTheOtherSideMayStillSpeak() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Nothing());
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
  void aPeerThatNeverReadsFillsTheOutboxAndCancelEndsIt() throws Exception {
    try (var deaf = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var client = harness.talk(client(Transport.TCP, "127.0.0.1", deaf.getLocalPort(), ""));
      byte[] piece = new byte[1 << 20];
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
  void aFileArrivesWhole() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    var server = serve(Transport.TCP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.TCP, server.session()));
    var sending =
        harness
            .jobs()
            .start(
                JobSpec.named("send", "socket"),
                context -> {
                  client.session().sendFile(file, context);
                  return true;
                });
    assertThat(sending.await()).isInstanceOf(Outcome.Done.class);
    assertThat(sending.progress().done()).isEqualTo(content.length);
    var transcript = server.session().clients().getFirst().transcript();
    await().until(() -> transcript.total(Direction.IN) == content.length);
    long start = transcript.bytes().size() - content.length;
    assertThat(transcript.bytes().read(start, content.length)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatCannotBeReadIsAFailureOfTheTranscript(boolean byServer) throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Echo());
    var client = harness.talk(client(Transport.TCP, server.session()));
    client.session().offer(bytes("x"));
    awaitReply(client.session(), "x");
    var served = server.session().clients().getFirst();
    Path missing = folder.resolve("missing.bin");
    var sending =
        harness
            .jobs()
            .start(
                JobSpec.named("send", "socket"),
                context -> {
                  if (byServer) {
                    served.sendFile(missing, context);
                  } else {
                    client.session().sendFile(missing, context);
                  }
                  return true;
                });
    assertThat(sending.await()).isInstanceOf(Outcome.Failed.class);
    var transcript = byServer ? served.transcript() : client.session().transcript();
    assertThat(said(transcript, Direction.FAILURE)).contains("missing.bin");
  }

  @Test
  void anEndInOrderIsNoFailure() throws Exception {
    var server = serve(Transport.TCP, new Behaviour.Greet(Payload.text("bye")));
    var client = harness.talk(client(Transport.TCP, server.session()));
    assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.EVENT)).contains("(FIN)");
    assertThat(said(client.session().transcript(), Direction.FAILURE)).isEmpty();
  }

  @Test
  void theGeneratorSendsAsManyAsAsked() throws Exception {
    var server = serve(Transport.UDP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.UDP, server.session()));
    var generator = new Generator(bytes("ab"), 5, 2000, 100);
    var sending =
        harness
            .jobs()
            .start(
                JobSpec.named("generate", "socket"),
                context -> {
                  client.session().generate(generator, context);
                  return true;
                });
    assertThat(sending.await()).isInstanceOf(Outcome.Done.class);
    await().until(() -> server.session().transcript().total(Direction.IN) == 500);
    assertThat(said(server.session().transcript(), Direction.IN)).startsWith("ababaababa");
    assertThat(sending.elapsed()).isGreaterThan(Duration.ofMillis(45));
  }
}
