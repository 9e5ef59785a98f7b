package org.wirebench.core.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.testkit.ServedSocket;

class LabTest {
  private record Why(String cause) implements Failure {
    @Override
    public String title() {
      return "It failed";
    }

    @Override
    public String remedy() {
      return "";
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /** Greets on a real socket and closes. */
  private static final class Greeter implements LabServer {
    private volatile boolean broken;
    private volatile @Nullable ServerSocket open;

    @Override
    public String id() {
      return "test.greet";
    }

    @Override
    public String title() {
      return "Greeter";
    }

    @Override
    public String tool() {
      return "test";
    }

    @Override
    public Running start(JobContext context) throws IOException {
      if (broken) {
        throw new IOException("no port is free");
      }
      ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      context.closeOnCancel(server);
      open = server;
      JobContext.Fork<Boolean> serving = context.fork("greeter", each -> serve(server));
      return new ServedSocket(server, serving);
    }

    private static boolean serve(ServerSocket server) throws IOException {
      while (true) {
        try (Socket client = server.accept()) {
          client.getOutputStream().write('!');
        }
      }
    }
  }

  private final ConcurrentLinkedQueue<Lab.State> seen = new ConcurrentLinkedQueue<>();
  private final Greeter greeter = new Greeter();
  private final Jobs jobs =
      new Jobs(
          Runner.virtualThreads(),
          JobClock.system(),
          thrown -> new Why(String.valueOf(thrown.getMessage())),
          defect -> {
            throw new AssertionError(defect);
          });
  private final Lab lab = new Lab(jobs, List.of(greeter));

  @BeforeEach
  void listen() {
    lab.addListener(status -> seen.add(status.state()));
  }

  @AfterEach
  void end() {
    jobs.close();
    await().until(() -> jobs.running().isEmpty());
  }

  private void awaitState(Lab.State state) {
    await().until(() -> lab.status("test.greet").state() == state);
  }

  private int port() {
    return Integer.parseInt(
        lab.status("test.greet").request().flatMap(fields -> fields.text("port")).orElseThrow());
  }

  /** Who waits for a server must hear that it was stopped before it hears that it runs again. */
  @Test
  void whoIsSlowToHearIsToldInTheOrderInWhichItHappened() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    Queue<Lab.State> heard = new ConcurrentLinkedQueue<>();
    Lab own = new Lab(jobs, List.of(greeter));
    own.addListener(status -> hear(status, slow));
    own.addListener(status -> heard.add(status.state()));
    own.start("test.greet");
    await().until(() -> own.status("test.greet").state() == Lab.State.RUNNING);
    own.stop("test.greet");
    await().until(() -> own.status("test.greet").state() == Lab.State.STOPPED);
    own.start("test.greet");
    await().until(() -> own.status("test.greet").state() == Lab.State.RUNNING);
    slow.countDown();
    await().until(() -> heard.size() == 6);
    assertThat(heard)
        .containsExactly(
            Lab.State.STARTING,
            Lab.State.RUNNING,
            Lab.State.STOPPING,
            Lab.State.STOPPED,
            Lab.State.STARTING,
            Lab.State.RUNNING);
  }

  private static void hear(Lab.Status status, CountDownLatch slow) {
    if (status.state() == Lab.State.STOPPED) {
      try {
        slow.await();
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }

  @Test
  void aStartedServerAnswersAtItsAddress() throws IOException {
    lab.start("test.greet");
    awaitState(Lab.State.RUNNING);

    assertThat(lab.status("test.greet").address()).contains("127.0.0.1:" + port());
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port())) {
      assertThat(client.getInputStream().readAllBytes()).containsExactly('!');
    }
    assertThat(jobs.running()).hasSize(1);
  }

  @Test
  void aStoppedServerFreesItsPort() throws IOException {
    lab.start("test.greet");
    awaitState(Lab.State.RUNNING);
    int port = port();

    lab.stop("test.greet");
    awaitState(Lab.State.STOPPED);

    assertThat(lab.status("test.greet").address()).isEmpty();
    new ServerSocket(port, 5, InetAddress.getLoopbackAddress()).close();
    assertThat(seen)
        .containsExactly(
            Lab.State.STARTING, Lab.State.RUNNING, Lab.State.STOPPING, Lab.State.STOPPED);
  }

  @Test
  void aServerThatCannotStartKeepsItsFailureUntilItCan() {
    greeter.broken = true;
    lab.start("test.greet");
    awaitState(Lab.State.FAILED);
    assertThat(lab.status("test.greet").failure().map(Failure::cause)).contains("no port is free");

    greeter.broken = false;
    lab.start("test.greet");
    awaitState(Lab.State.RUNNING);
    assertThat(lab.status("test.greet").failure()).isEmpty();
  }

  @Test
  void aServerThatEndsByItselfHasFailed() throws IOException {
    lab.start("test.greet");
    awaitState(Lab.State.RUNNING);

    Optional.ofNullable(greeter.open).orElseThrow().close();

    awaitState(Lab.State.FAILED);
  }

  @Test
  void stoppingAtOnceAndStartingAgainEndsRunning() {
    for (int i = 0; i < 50; i++) {
      lab.start("test.greet");
      lab.stop("test.greet");
    }
    lab.start("test.greet");
    awaitState(Lab.State.RUNNING);
    await().until(() -> jobs.running().size() == 1);
  }

  @Test
  void everythingIsStartedAndClosedTogether() {
    lab.startAll();
    awaitState(Lab.State.RUNNING);
    lab.close();
    awaitState(Lab.State.STOPPED);
    assertThat(lab.status()).extracting(Lab.Status::state).containsExactly(Lab.State.STOPPED);
  }

  @Test
  void unknownAndDoubleServersAreMistakes() {
    assertThatIllegalArgumentException().isThrownBy(() -> lab.start("test.none"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lab(jobs, List.of(greeter, greeter)));
  }
}
