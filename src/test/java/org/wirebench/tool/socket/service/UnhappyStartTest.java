package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.testkit.CancelProbe;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

@Timeout(30)
class UnhappyStartTest {
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final SocketService deaf = deaf();

  private SocketService deaf() {
    SocketEnvironment with = harness.environment();
    Network network = new Network(harness.log(), FakeResolver.stuckUntil(gate));
    return new SocketService(
        new SocketEnvironment(network, with.stores(), with.identity(), with.defaults()));
  }

  @AfterEach
  void openTheGate() {
    gate.countDown();
  }

  @Test
  void aServerThatWaitsForItsNameCanBeCancelled() throws Exception {
    for (String transport : List.of("tcp", "udp")) {
      ServerRequest request =
          Requests.server("host: a.test\nbehaviour: echo\ntransport: " + transport);
      Duration took =
          new CancelProbe(jobs)
              .measure(
                  context -> {
                    deaf.serve(request, session -> {}, context);
                    return true;
                  });
      assertThat(took).as(transport).isLessThan(AT_ONCE);
    }
  }

  @Test
  void aClientThatWaitsForTheNameOfThisMachineCanBeCancelled() throws Exception {
    for (String transport : List.of("tcp", "udp")) {
      ClientRequest request =
          Requests.client(
              "host: 127.0.0.1\nport: 9\nlocal: {address: a.test}\ntransport: " + transport);
      Duration took =
          new CancelProbe(jobs)
              .measure(
                  context -> {
                    deaf.talk(request, session -> {}, context);
                    return true;
                  });
      assertThat(took).as(transport).isLessThan(AT_ONCE);
    }
  }

  /** Nobody would end the wait for a session that never opens. */
  @Test
  void anErrorBeforeTheSessionIsOpenEndsTheRun() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Echo());
    ClientRequest request = client(Transport.TCP, server.session());
    AssertionError defect = new AssertionError("looking on failed");
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    Jobs defective =
        new Jobs(Runner.virtualThreads(), JobClock.system(), NetFailure::of, faults::add);
    Job<SocketResult> job =
        defective.start(
            JobSpec.named("play", "socket"),
            context ->
                harness
                    .service()
                    .play(
                        request,
                        transcript -> {
                          throw defect;
                        },
                        context));
    Optional<Outcome<SocketResult>> outcome = job.await(Duration.ofSeconds(10));
    assertThat(outcome).get().isInstanceOf(Outcome.Failed.class);
    assertThat(faults).containsExactly(defect);
  }
}
