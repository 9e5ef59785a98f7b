package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;

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
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.tool.socket.request.Transport;

/** A generator whose other side reads nothing. */
@Timeout(30)
class StalledGeneratorTest {
  private static final int COUNT = 1_000_000;
  private static final int SIZE = 60_000;

  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private Job<Boolean> generate(ClientSession session, double rate) {
    return harness
        .jobs()
        .start(
            JobSpec.named("generate", "socket"),
            context -> {
              session.generate(new Generator(new byte[1], SIZE, rate, COUNT), context);
              return true;
            });
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
        Job<Boolean> job = generate(talk.session(), Generator.AS_FAST_AS_POSSIBLE);
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
        Job<Boolean> job = generate(talk.session(), Generator.AS_FAST_AS_POSSIBLE);
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
        Job<Boolean> job = generate(talk.session(), 0.5);
        await().until(() -> job.progress().done() == 1);
        assertThat(job.step()).isEmpty();
        job.cancel();
      }
    }
  }
}
