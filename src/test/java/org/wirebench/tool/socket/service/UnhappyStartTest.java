package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.testkit.CancelProbe;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;

@Timeout(30)
class UnhappyStartTest {
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  @TempDir private Path folder;
  private final TestJobs jobs = new TestJobs();
  private final CountDownLatch gate = new CountDownLatch(1);
  private SocketHarness harness;
  private SocketService deaf;

  @BeforeEach
  void open() throws IOException {
    harness = new SocketHarness(folder.resolve("stores"));
    SocketEnvironment with = harness.environment();
    Network network = new Network(harness.log(), FakeResolver.stuckUntil(gate));
    deaf =
        new SocketService(
            new SocketEnvironment(network, with.stores(), with.identity(), with.defaults()));
  }

  @AfterEach
  void close() throws Exception {
    gate.countDown();
    jobs.close();
    harness.close();
  }

  private static ServerRequest named(Transport transport) {
    return new ServerRequest(
        transport,
        "a.test",
        0,
        "",
        Family.ANY,
        SocketSettings.DEFAULT,
        Optional.empty(),
        10,
        List.of(),
        "",
        new Behaviour.Echo(),
        SocketRequest.Talk.DEFAULT,
        List.of(),
        Optional.empty());
  }

  @Test
  void aServerThatWaitsForItsNameCanBeCancelled() throws Exception {
    for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
      Duration took =
          new CancelProbe(jobs)
              .measure(
                  context -> {
                    deaf.serve(named(transport), session -> {}, context);
                    return true;
                  });
      assertThat(took).as(transport.name()).isLessThan(AT_ONCE);
    }
  }

  @Test
  void aClientThatWaitsForTheNameOfThisMachineCanBeCancelled() throws Exception {
    for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
      ClientRequest plain = client(transport, "127.0.0.1", 9, "");
      ClientRequest request =
          new ClientRequest(
              transport,
              plain.host(),
              plain.port(),
              "",
              plain.family(),
              new ClientRequest.Local("a.test", 0),
              plain.socket(),
              plain.tls(),
              plain.proxy(),
              plain.datagrams(),
              plain.talk(),
              plain.steps(),
              plain.timeout());
      Duration took =
          new CancelProbe(jobs)
              .measure(
                  context -> {
                    deaf.talk(request, session -> {}, context);
                    return true;
                  });
      assertThat(took).as(transport.name()).isLessThan(AT_ONCE);
    }
  }

  /** Nobody would end the wait for a session that never opens. */
  @Test
  void anErrorBeforeTheSessionIsOpenEndsTheRun() throws Exception {
    var server = harness.serve(server(Transport.TCP, new Behaviour.Echo()));
    ClientRequest request = client(Transport.TCP, server.session());
    Job<SocketResult> job =
        harness
            .jobs()
            .start(
                JobSpec.named("play", "socket"),
                context ->
                    harness
                        .service()
                        .play(
                            request,
                            transcript -> {
                              throw new AssertionError("looking on failed");
                            },
                            context));
    Optional<Outcome<SocketResult>> outcome = job.await(Duration.ofSeconds(10));
    assertThat(outcome).get().isInstanceOf(Outcome.Failed.class);
  }
}
