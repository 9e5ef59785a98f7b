package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.testkit.TestJobs.failure;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Generation;
import org.wirebench.tool.socket.request.MessageTemplate;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Transport;

/** Generated messages on their way to the other side, which may read nothing. */
@Timeout(30)
class GeneratingTest {
  private static final int COUNT = 1_000_000;
  private static final int SIZE = 60_000;

  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private Job<Boolean> generate(
      ClientSession session, byte[] message, int size, double rate, long count) {
    Generator generator = new Generator(MessageTemplate.of(message), size, rate, count);
    return harness.send(context -> session.generate(generator, context));
  }

  private Job<Boolean> generateMany(ClientSession session, double rate) {
    return generate(session, new byte[1], SIZE, rate, COUNT);
  }

  @Test
  void theGeneratorSendsAsManyAsAsked() throws Exception {
    var server = harness.serve(Transport.UDP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.UDP, server.session()));
    var sending = generate(client.session(), bytes("ab"), 5, 2000, 100);
    assertThat(sending.await()).isInstanceOf(Outcome.Done.class);
    await().until(() -> server.session().transcript().total(Direction.IN) == 500);
    assertThat(said(server.session().transcript(), Direction.IN)).startsWith("ababaababa");
    assertThat(sending.elapsed()).isGreaterThan(Duration.ofMillis(45));
  }

  @Test
  void whatIsGeneratedMayBeNumbered() throws Exception {
    var server = harness.serve(Transport.UDP, new Behaviour.Nothing());
    var client = harness.talk(client(Transport.UDP, server.session()));
    Payload text = new Payload(Payload.Form.TEXT, "no ${counter};");
    Generation asked = new Generation(text, Duration.ofMillis(1), 12, 0);
    Generator generator = Generator.of(asked, UTF_8);
    var sending = harness.send(context -> client.session().generate(generator, context));
    assertThat(sending.await()).isInstanceOf(Outcome.Done.class);
    assertThat(said(client.session().transcript(), Direction.OUT))
        .startsWith("no 1;no 2;")
        .endsWith("no 11;no 12;");
  }

  @Test
  void theGeneratorRefusesWhatFitsNoDatagramBeforeItStarts() throws Exception {
    var server = harness.serve(Transport.UDP, new Behaviour.Nothing());
    ClientSession session = harness.talk(client(Transport.UDP, server.session())).session();
    Job<Boolean> tooLong = generate(session, new byte[1], Generation.LONGEST_DATAGRAM + 1, 1000, 1);
    NetFailure failure = failure(tooLong);
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.LIMIT);
    assertThat(failure.cause()).contains("65,507");
    assertThat(session.transcript().total(Direction.OUT)).isZero();
    Job<Boolean> longest = generate(session, new byte[1], Generation.LONGEST_DATAGRAM, 1000, 1);
    assertThat(longest.await()).isInstanceOf(Outcome.Done.class);
    assertThat(session.transcript().total(Direction.OUT)).isEqualTo(Generation.LONGEST_DATAGRAM);
  }

  @Test
  void theGeneratorRefusesAStreamOfGiants() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Discard());
    ClientSession session = harness.talk(client(Transport.TCP, server.session())).session();
    Job<Boolean> giant = generate(session, new byte[1], 999_999_999, 1000, 1);
    assertThat(failure(giant).kind()).isEqualTo(NetFailure.Kind.LIMIT);
    assertThat(session.transcript().total(Direction.OUT)).isZero();
  }

  /** Reads to the first byte that is 1; how many bytes are before it. */
  private static long readUntilOne(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    long before = 0;
    int one = buffered.read();
    while (one == 0) {
      before++;
      one = buffered.read();
    }
    assertThat(one).isEqualTo(1);
    return before;
  }

  @Test
  void itTellsHowFarItIsAndThatItWaitsAndCanBeStopped() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var talk = harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
      try (Socket peer = listener.accept()) {
        Job<Boolean> job = generateMany(talk.session(), Generator.AS_FAST_AS_POSSIBLE);
        await().until(() -> job.step().equals("Waits: the other side reads nothing"));
        assertThat(job.progress().done()).isBetween(1L, COUNT - 1L);
        assertThat(job.progress().total()).isEqualTo(COUNT);

        byte[] read = new byte[1 << 20];
        int _ = peer.getInputStream().readNBytes(read, 0, read.length);
        int _ = peer.getInputStream().readNBytes(read, 0, read.length);
        long before = job.progress().done();
        await().until(() -> job.progress().done() > before);

        await().until(() -> job.step().equals("Waits: the other side reads nothing"));
        job.cancel();
        assertThat(job.await(Duration.ofSeconds(5)).orElseThrow())
            .isInstanceOf(Outcome.Cancelled.class);
        // The session goes on: what is sent by hand after that arrives behind the one message that
        // was on its way.
        assertThat(talk.session().offer(new byte[] {1})).isTrue();
        long messages = (2L * read.length + readUntilOne(peer.getInputStream())) / SIZE;
        assertThat(messages).isBetween(job.progress().done(), job.progress().done() + 1);
      }
    }
  }

  @Test
  void oneThatIsStoppedBeforeItsTurnSendsNothing() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var talk = harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
      try (Socket peer = listener.accept()) {
        byte[] large = new byte[1 << 25];
        assertThat(talk.session().offer(large)).isTrue();
        Job<Boolean> job = generateMany(talk.session(), Generator.AS_FAST_AS_POSSIBLE);
        await().until(() -> job.step().equals("Waits: the other side reads nothing"));
        job.cancel();
        assertThat(job.await(Duration.ofSeconds(5)).orElseThrow())
            .isInstanceOf(Outcome.Cancelled.class);
        assertThat(talk.session().offer(new byte[] {1})).isTrue();
        assertThat(readUntilOne(peer.getInputStream())).isEqualTo(large.length);
      }
    }
  }

  @Test
  void oneThatIsSlowByItselfWaitsForNobody() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var talk = harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
      try (Socket _ = listener.accept()) {
        Job<Boolean> job = generateMany(talk.session(), 0.5);
        await().until(() -> job.progress().done() == 1);
        assertThat(job.step()).isEmpty();
        job.cancel();
      }
    }
  }
}
