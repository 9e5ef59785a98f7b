package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.lab.LabServer;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.ServedSocket;
import org.wirebench.testkit.TestJobs;

@Timeout(30)
class LabStartTest {
  private static final String ID = "test.slow";

  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final CountDownLatch listens = new CountDownLatch(1);
  private final Lab lab = new Lab(jobs.jobs(), List.of(new Slow()));
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Fx.start();
  }

  /** Listens when it is allowed to. */
  private final class Slow implements LabServer {
    @Override
    public String id() {
      return ID;
    }

    @Override
    public String title() {
      return "Slow";
    }

    @Override
    public String tool() {
      return "test";
    }

    @Override
    public Running start(JobContext context) throws Exception {
      listens.await();
      ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      context.closeOnCancel(server);
      return new ServedSocket(server, context.fork("accept", _ -> serve(server)));
    }

    private static boolean serve(ServerSocket server) throws Exception {
      while (true) {
        server.accept().close();
      }
    }
  }

  private void whenReady() {
    FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
    LabStart.whenReady(
        lab, fx, ID, now -> told.add(now.state().toString()), why -> told.add(why.title()));
  }

  private void await(Lab.State state) {
    Fx.until(() -> lab.status(ID).state() == state);
  }

  @Test
  void whoAsksIsToldOnceWhenItListens() {
    whenReady();
    await(Lab.State.STARTING);
    whenReady();
    listens.countDown();
    Fx.until(() -> told.equals(List.of("RUNNING", "RUNNING")));
    lab.stop(ID);
    await(Lab.State.STOPPED);
    assertThat(told).hasSize(2);
  }

  /** It would be connected to, long after it was given up. */
  @Test
  void whoAskedForOneThatWasStoppedIsNotToldWhenItIsStartedForSomethingElse() {
    whenReady();
    await(Lab.State.STARTING);
    lab.stop(ID);
    await(Lab.State.STOPPED);
    listens.countDown();
    lab.start(ID);
    await(Lab.State.RUNNING);
    whenReady();
    Fx.until(() -> !told.isEmpty());
    lab.stop(ID);
    await(Lab.State.STOPPED);
    Fx.run(() -> {});
    assertThat(told).containsExactly("RUNNING");
  }
}
