package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** Sending that ends before all of it is sent: by the user, or with our direction. */
@Timeout(30)
class StoppedSendingTest {
  private static final int SIZE = 50_000_000;

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private interface Sender {
    void sendFile(Path file, JobContext context) throws Exception;
  }

  private Job<Boolean> send(Sender sender) throws Exception {
    Path file = Files.write(folder.resolve("file.bin"), new byte[SIZE]);
    return harness.send(context -> sender.sendFile(file, context));
  }

  /** Has it wait for the other side, cancels it, and lets the other side read all that was sent. */
  private static void cancelMidway(Job<Boolean> job, InputStream in) throws Exception {
    await().until(() -> job.progress().done() > 0);
    job.cancel();
    assertThat(job.await()).isInstanceOf(Outcome.Cancelled.class);
    in.skipNBytes(job.progress().done());
  }

  private static void assertStopped(Transcript transcript, Job<Boolean> job) {
    await().until(() -> said(transcript, Direction.EVENT).contains("We stopped sending file.bin"));
    assertThat(said(transcript, Direction.EVENT)).contains("of 50 MB");
    assertThat(transcript.total(Direction.OUT)).isBetween(job.progress().done(), SIZE - 1L);
  }

  /** A session and what it talks to, which reads and says only what the test does. */
  private final class Talk implements AutoCloseable {
    private final Socket peer;
    private final Job<Boolean> job;
    private final ClientSession session;

    Talk() throws Exception {
      try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Running<ClientSession> running =
            harness.talk(client(Transport.TCP, "127.0.0.1", listener.getLocalPort(), ""));
        peer = listener.accept();
        job = running.job();
        session = running.session();
      }
    }

    String said(Direction direction) {
      return SocketHarness.said(session.transcript(), direction);
    }

    @Override
    public void close() throws IOException {
      peer.close();
    }
  }

  @Test
  void aFileThatIsStoppedSaysHowMuchOfItWent() throws Exception {
    try (Talk talk = new Talk()) {
      Job<Boolean> job = send(talk.session::sendFile);
      cancelMidway(job, talk.peer.getInputStream());
      assertStopped(talk.session.transcript(), job);
      assertThat(talk.session.isOver()).isFalse();
    }
  }

  @Test
  void aFileToAClientCanBeStoppedAndTheClientStays() throws Exception {
    ServerSession server = harness.serve(Transport.TCP, new Behaviour.Nothing()).session();
    try (Socket peer = new Socket()) {
      peer.connect((InetSocketAddress) server.address());
      await().until(() -> server.connected() == 1);
      ServedClient served = server.clients().getFirst();
      Job<Boolean> job = send(served::sendFile);
      cancelMidway(job, peer.getInputStream());
      assertStopped(served.transcript(), job);
      assertThat(served.isConnected()).isTrue();
      assertThat(served.broken()).isEmpty();
    }
  }

  @Test
  void nothingIsSentAfterOurEndAndTheOtherSideMayGoOn() throws Exception {
    try (Talk talk = new Talk()) {
      assertThat(talk.session.offer("last".getBytes(UTF_8))).isTrue();
      assertThat(talk.session.halfClose()).isTrue();
      assertThat(talk.session.offer("late".getBytes(UTF_8))).isFalse();
      assertThat(talk.session.halfClose()).isFalse();
      Job<Boolean> file = send(talk.session::sendFile);
      assertThat(file.await()).isInstanceOf(Outcome.Failed.class);
      NetFailure why = (NetFailure) ((Outcome.Failed<Boolean>) file.await()).failure();
      assertThat(why.title()).isEqualTo("We ended our side");
      assertThat(new String(talk.peer.getInputStream().readAllBytes(), UTF_8)).isEqualTo("last");
      talk.peer.getOutputStream().write("answer".getBytes(UTF_8));
      talk.peer.close();
      assertThat(talk.job.await()).isInstanceOf(Outcome.Done.class);
      assertThat(talk.said(Direction.IN)).isEqualTo("answer");
      assertThat(talk.said(Direction.OUT)).isEqualTo("last");
      assertThat(talk.said(Direction.FAILURE)).isEmpty();
      assertThat(talk.session.broken()).isEmpty();
    }
  }

  @Test
  void whatWaitedInVainIsSaid() throws Exception {
    try (Talk talk = new Talk()) {
      assertThat(talk.session.offer(new byte[SIZE])).isTrue();
      assertThat(talk.session.offer(new byte[1])).isTrue();
      assertThat(talk.session.offer(new byte[1])).isTrue();
      await().until(() -> talk.session.waitingSends() == 2);
      talk.peer.setSoLinger(true, 0);
      talk.peer.close();
      assertThat(talk.job.await()).isInstanceOf(Outcome.Done.class);
      assertThat(talk.said(Direction.FAILURE)).contains("2 sends");
    }
  }
}
