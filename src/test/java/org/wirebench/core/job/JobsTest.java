package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How jobs end, and who hears of it. */
@Timeout(20)
class JobsTest {
  private final JobBench bench = new JobBench();

  @Test
  void aTaskThatReturnsIsDone() throws Exception {
    assertThat(bench.outcome(context -> 42)).isEqualTo(new Outcome.Done<>(42));
  }

  @Test
  void aTaskThatThrowsHasFailedWithThat() throws Exception {
    IOException trouble = new IOException("no");
    Outcome<Object> outcome =
        bench.outcome(
            context -> {
              throw trouble;
            });
    assertThat(JobBench.thrown(outcome)).isSameAs(trouble);
    assertThat(bench.faults()).isEmpty();
  }

  @Test
  void whoComputesLeavesAProcessorAndTheNextHasItsTurn() throws Exception {
    int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    CountDownLatch computing = new CountDownLatch(most);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    Runnable work =
        () -> {
          computing.countDown();
          awaitUnbroken(goOn);
          done.incrementAndGet();
        };
    List<Job<String>> jobs = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      jobs.add(computing(work));
    }
    computing.await();
    Job<String> cancelled = computing(done::incrementAndGet);
    Job<String> next = computing(done::incrementAndGet);
    cancelled.cancel();
    assertThat(cancelled.await()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(next.outcome()).isEmpty();
    assertThat(done).hasValue(0);
    goOn.countDown();
    assertThat(next.await()).isInstanceOf(Outcome.Done.class);
    for (Job<String> job : jobs) {
      assertThat(job.await()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(done).hasValue(most + 1);
  }

  private Job<String> computing(Runnable work) {
    return bench.start(
        context -> {
          context.compute(work);
          return "";
        });
  }

  private static void awaitUnbroken(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void aForkThatIsEndedIsNoNews() throws Exception {
    Job<String> job =
        bench.start(
            context -> {
              CountDownLatch waiting = new CountDownLatch(2);
              Task<Object> wait =
                  own -> {
                    waiting.countDown();
                    own.pause(Duration.ofDays(1));
                    return "";
                  };
              JobContext.Fork<Object> _ = context.fork("ended with the job", wait);
              JobContext.Fork<Object> ended = context.fork("ended by it", wait);
              waiting.await();
              ended.interrupt();
              return "";
            });
    assertThat(job.await()).isInstanceOf(Outcome.Done.class);
    assertThat(job.log().lines()).isEmpty();
  }

  @Test
  void aDefectOfATaskIsReportedToo() throws Exception {
    IllegalStateException defect = new IllegalStateException("bug");
    Outcome<Object> outcome =
        bench.outcome(
            context -> {
              throw defect;
            });
    assertThat(JobBench.thrown(outcome)).isSameAs(defect);
    assertThat(bench.faults()).containsExactly(defect);
  }

  @Test
  void aClassifierThatFailsStillLetsTheJobEnd() throws Exception {
    IllegalArgumentException defect = new IllegalArgumentException("classifier");
    Jobs broken =
        new Jobs(
            Runner.virtualThreads(),
            bench.clock(),
            thrown -> {
              throw defect;
            },
            bench.faults()::add);
    Outcome<Object> outcome =
        broken
            .start(
                JobSpec.named("test", ""),
                context -> {
                  throw new IOException("first");
                })
            .await(Duration.ofSeconds(5))
            .orElseThrow();
    assertThat(((Outcome.Failed<Object>) outcome).failure().cause()).contains("first");
    assertThat(bench.faults()).containsExactly(defect);
  }

  @Test
  void aCancelledJobIsCancelledWhateverItThrows() throws Exception {
    Outcome<Object> outcome =
        bench.cancelled(
            context -> {
              try {
                context.pause(Duration.ofDays(1));
                return "";
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
    assertThat(outcome).isEqualTo(new Outcome.Cancelled<>());
    assertThat(bench.faults()).isEmpty();
  }

  @Test
  void aJobCancelledBeforeItRunsDoesNothing() throws Exception {
    List<Runnable> later = new ArrayList<>();
    Jobs slow = bench.jobs((name, body) -> later.add(body));
    AtomicBoolean ran = new AtomicBoolean();
    Job<Boolean> job =
        slow.start(
            JobSpec.named("test", ""),
            context -> {
              ran.set(true);
              return true;
            });
    job.cancel();
    later.getFirst().run();
    assertThat(job.await()).isEqualTo(new Outcome.Cancelled<>());
    assertThat(ran).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aDeadlineEndsTheJobAndTellsItsStep() throws Exception {
    Job<Object> job =
        bench
            .jobs()
            .start(
                JobSpec.named("test", "").within(Duration.ofSeconds(5)),
                context -> {
                  context.step("waiting for rain");
                  context.pause(Duration.ofDays(1));
                  return "";
                });
    await().until(() -> bench.clock().waiting() == 2);
    bench.clock().advance(Duration.ofSeconds(4));
    assertThat(job.isDone()).isFalse();
    bench.clock().advance(Duration.ofSeconds(1));
    assertThat(JobBench.thrown(job.await()))
        .isInstanceOfSatisfying(
            DeadlineExceededException.class,
            late -> {
              assertThat(late.limit()).isEqualTo(Duration.ofSeconds(5));
              assertThat(late.step()).isEqualTo("waiting for rain");
            });
    assertThat(job.elapsed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aDeadlineIsForgottenWhenTheJobEndsInTime() throws Exception {
    Job<Integer> job =
        bench.jobs().start(JobSpec.named("test", "").within(Duration.ofSeconds(5)), context -> 1);
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(1));
    assertThat(bench.clock().waiting()).isZero();
  }

  @Test
  void theLogKeepsTheLastLinesAndCountsTheRest() throws Exception {
    Job<Object> job =
        bench.start(
            context -> {
              for (int i = 0; i < JobLog.LIMIT + 5; i++) {
                context.log("line " + i);
              }
              return "";
            });
    job.await();
    assertThat(job.log().lines()).hasSize(JobLog.LIMIT);
    assertThat(job.log().lines().getFirst().text()).isEqualTo("line 5");
    assertThat(job.log().dropped()).isEqualTo(5);
  }

  @Test
  void listenersHearOfTheOutcomeOnceBeforeOrAfterTheEnd() throws Exception {
    List<Outcome<Integer>> heard = new CopyOnWriteArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    Job<Integer> job =
        bench.start(
            context -> {
              go.await();
              return 1;
            });
    job.onEnd(heard::add);
    go.countDown();
    job.await();
    await().until(() -> heard.size() == 1);
    job.onEnd(heard::add);
    assertThat(heard).containsExactly(new Outcome.Done<>(1), new Outcome.Done<>(1));
  }

  @Test
  void aListenerThatThrowsStopsNobody() throws Exception {
    IllegalStateException defect = new IllegalStateException("listener");
    List<Job<?>> ended = new CopyOnWriteArrayList<>();
    bench
        .jobs()
        .addListener(
            new Ends(
                job -> {
                  throw defect;
                }));
    bench.jobs().addListener(new Ends(ended::add));
    Job<Integer> job = bench.start(context -> 1);
    job.await();
    await().until(() -> ended.contains(job));
    assertThat(bench.faults()).contains(defect);
    assertThat(bench.jobs().running()).doesNotContain(job);
  }

  private record Ends(Consumer<Job<?>> hears) implements Jobs.Listener {
    @Override
    public void started(Job<?> job) {}

    @Override
    public void changed(Job<?> job) {}

    @Override
    public void ended(Job<?> job) {
      hears.accept(job);
    }
  }

  @Test
  void theInlineRunnerEndsTheJobBeforeStartReturns() {
    Jobs inline = bench.jobs(Runner.inline());
    Job<Integer> job =
        inline.start(
            JobSpec.named("test", ""), context -> context.fork("add", forked -> 2).join() + 1);
    assertThat(job.outcome()).contains(new Outcome.Done<>(3));
  }
}
