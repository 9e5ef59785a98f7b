package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work beside the task of a job. */
@Timeout(20)
class JobForksTest {
  private final JobBench bench = new JobBench();

  @Test
  void whatAForkBringsIsJoined() throws Exception {
    Outcome<Integer> outcome =
        bench.outcome(context -> context.fork("add", forked -> 1 + 1).join());
    assertThat(outcome).isEqualTo(new Outcome.Done<>(2));
  }

  @Test
  void whatAForkThrowsIsThrownByJoin() throws Exception {
    IOException trouble = new IOException("fork");
    Outcome<Object> outcome =
        bench.outcome(
            context ->
                context
                    .fork(
                        "fail",
                        forked -> {
                          throw trouble;
                        })
                    .join());
    assertThat(JobBench.thrown(outcome)).isSameAs(trouble);
  }

  @Test
  void aForkThatNobodyJoinsDoesNotFailUnseen() throws Exception {
    IllegalStateException defect = new IllegalStateException("bug in a fork");
    Job<Object> job =
        bench.start(
            context -> {
              JobContext.Fork<Object> fork =
                  context.fork(
                      "fail",
                      forked -> {
                        throw defect;
                      });
              await().until(fork::isDone);
              return "";
            });
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(""));
    assertThat(bench.faults()).containsExactly(defect);
    assertThat(job.log().lines()).extracting(JobLog.Line::text).containsExactly(defect.toString());
  }

  @Test
  void aJobEndsItsForksAndTheirForksBeforeItself() throws Exception {
    List<String> ended = new CopyOnWriteArrayList<>();
    CountDownLatch ready = new CountDownLatch(2);
    Job<Object> job =
        bench.start(
            context -> {
              JobContext.Fork<Object> _ =
                  context.fork("outer", outer -> forkAgain(outer, ended, ready));
              ready.await();
              return "";
            });
    job.await();
    assertThat(ended).containsExactlyInAnyOrder("outer", "inner");
  }

  private static Object forkAgain(JobContext outer, List<String> ended, CountDownLatch ready)
      throws InterruptedException {
    JobContext.Fork<Object> _ =
        outer.fork("inner", inner -> pauseForEver(inner, "inner", ended, ready));
    return pauseForEver(outer, "outer", ended, ready);
  }

  private static Object pauseForEver(
      JobContext context, String name, List<String> ended, CountDownLatch ready)
      throws InterruptedException {
    try {
      ready.countDown();
      context.pause(Duration.ofDays(1));
      return "";
    } finally {
      ended.add(name);
    }
  }

  @Test
  void abandonableWorkBringsItsResult() throws Exception {
    assertThat(bench.outcome(context -> context.abandonable("think", () -> 7)))
        .isEqualTo(new Outcome.Done<>(7));
  }

  @Test
  void aCancelledJobLeavesAbandonableWorkBehind() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    Job<Object> job =
        bench.start(
            context ->
                context.abandonable(
                    "deaf",
                    () -> {
                      started.countDown();
                      never.await();
                      finished.countDown();
                      return "";
                    }));
    started.await();
    job.cancel();
    assertThat(job.await(Duration.ofSeconds(1))).contains(new Outcome.Cancelled<>());
    assertThat(finished.getCount()).isOne();
    never.countDown();
    finished.await();
    assertThat(bench.faults()).isEmpty();
  }

  @Test
  void aDefectInAbandonedWorkIsStillReported() throws Exception {
    IllegalStateException defect = new IllegalStateException("too late");
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    Job<Object> job =
        bench.start(
            context ->
                context.abandonable(
                    "deaf",
                    () -> {
                      started.countDown();
                      go.await();
                      throw defect;
                    }));
    started.await();
    job.cancel();
    job.await();
    go.countDown();
    await().until(() -> bench.faults().contains(defect));
  }
}
