package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.testkit.FakeClock;

@Timeout(20)
class JobsTest {
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final FakeClock clock = new FakeClock();
  private final Jobs jobs = new Jobs(Runner.virtualThreads(), clock, Told::new, faults::add);

  private record Told(Throwable thrown) implements Failure {
    @Override
    public String title() {
      return thrown.getClass().getSimpleName();
    }

    @Override
    public String cause() {
      return String.valueOf(thrown.getMessage());
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

  private <T> Job<T> start(Task<T> task) {
    return jobs.start(JobSpec.named("test", ""), task);
  }

  private static Throwable thrown(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Told) ((Outcome.Failed<?>) outcome).failure()).thrown();
  }

  @Test
  void aTaskThatReturnsIsDone() throws Exception {
    assertThat(start(context -> 42).await()).isEqualTo(new Outcome.Done<>(42));
  }

  @Test
  void aTaskThatThrowsHasFailedWithThat() throws Exception {
    IOException trouble = new IOException("no");
    Outcome<Object> outcome =
        start(
                context -> {
                  throw trouble;
                })
            .await();
    assertThat(thrown(outcome)).isSameAs(trouble);
    assertThat(faults).isEmpty();
  }

  @Test
  void aForkThatIsEndedIsNoNews() throws Exception {
    Job<String> job =
        start(
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
        start(
                context -> {
                  throw defect;
                })
            .await();
    assertThat(thrown(outcome)).isSameAs(defect);
    assertThat(faults).containsExactly(defect);
  }

  @Test
  void aClassifierThatFailsStillLetsTheJobEnd() throws Exception {
    IllegalArgumentException defect = new IllegalArgumentException("classifier");
    Jobs broken =
        new Jobs(
            Runner.virtualThreads(),
            clock,
            thrown -> {
              throw defect;
            },
            faults::add);
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
    assertThat(faults).containsExactly(defect);
  }

  @Test
  void aCancelledJobIsCancelledWhateverItThrows() throws Exception {
    Job<Object> job =
        start(
            context -> {
              try {
                context.pause(Duration.ofDays(1));
                return "";
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
    await().until(() -> clock.waiting() == 1);
    job.cancel();
    assertThat(job.await()).isEqualTo(new Outcome.Cancelled<>());
    assertThat(faults).isEmpty();
  }

  @Test
  void aJobCancelledBeforeItRunsDoesNothing() throws Exception {
    List<Runnable> later = new ArrayList<>();
    Jobs slow = new Jobs((name, body) -> later.add(body), clock, Told::new, faults::add);
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
        jobs.start(
            JobSpec.named("test", "").within(Duration.ofSeconds(5)),
            context -> {
              context.step("waiting for rain");
              context.pause(Duration.ofDays(1));
              return "";
            });
    await().until(() -> clock.waiting() == 2);
    clock.advance(Duration.ofSeconds(4));
    assertThat(job.isDone()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(thrown(job.await()))
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
        jobs.start(JobSpec.named("test", "").within(Duration.ofSeconds(5)), context -> 1);
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(1));
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void resourcesAreClosedNewestFirstAndOnlyWhileRegistered() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    Job<Object> job =
        start(
            context -> {
              JobContext.Registration _ = context.closeOnCancel(() -> closed.add("first"));
              JobContext.Registration gone = context.closeOnCancel(() -> closed.add("gone"));
              JobContext.Registration _ = context.closeOnCancel(() -> closed.add("last"));
              gone.close();
              context.pause(Duration.ofDays(1));
              return "";
            });
    await().until(() -> clock.waiting() == 1);
    job.cancel();
    job.await();
    assertThat(closed).containsExactly("last", "first");
  }

  @Test
  void aResourceRegisteredTooLateIsClosedAtOnce() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Job<Object> job =
        start(
            context -> {
              try {
                context.pause(Duration.ofDays(1));
              } catch (InterruptedException expected) {
                assertThatThrownBy(() -> context.closeOnCancel(() -> closed.set(true)))
                    .isInstanceOf(CancellationException.class);
              }
              return "";
            });
    await().until(() -> clock.waiting() == 1);
    job.cancel();
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(""));
    assertThat(closed).isTrue();
  }

  @Test
  void aResourceThatFailsToCloseDoesNotKeepOthersOpen() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    IOException trouble = new IOException("stuck");
    Job<Object> job =
        start(
            context -> {
              JobContext.Registration _ = context.closeOnCancel(() -> closed.set(true));
              JobContext.Registration _ =
                  context.closeOnCancel(
                      () -> {
                        throw trouble;
                      });
              context.pause(Duration.ofDays(1));
              return "";
            });
    await().until(() -> clock.waiting() == 1);
    job.cancel();
    job.await();
    assertThat(closed).isTrue();
    assertThat(faults).containsExactly(trouble);
  }

  @Test
  void whatAForkBringsIsJoined() throws Exception {
    Outcome<Integer> outcome =
        start(context -> context.fork("add", forked -> 1 + 1).join()).await();
    assertThat(outcome).isEqualTo(new Outcome.Done<>(2));
  }

  @Test
  void whatAForkThrowsIsThrownByJoin() throws Exception {
    IOException trouble = new IOException("fork");
    Outcome<Object> outcome =
        start(
                context ->
                    context
                        .fork(
                            "fail",
                            forked -> {
                              throw trouble;
                            })
                        .join())
            .await();
    assertThat(thrown(outcome)).isSameAs(trouble);
  }

  @Test
  void aForkThatNobodyJoinsDoesNotFailUnseen() throws Exception {
    IllegalStateException defect = new IllegalStateException("bug in a fork");
    CountDownLatch thrown = new CountDownLatch(1);
    Job<Object> job =
        start(
            context -> {
              JobContext.Fork<Object> fork =
                  context.fork(
                      "fail",
                      forked -> {
                        throw defect;
                      });
              await().until(fork::isDone);
              thrown.countDown();
              return "";
            });
    assertThat(job.await()).isEqualTo(new Outcome.Done<>(""));
    assertThat(faults).containsExactly(defect);
    assertThat(job.log().lines()).extracting(JobLog.Line::text).containsExactly(defect.toString());
  }

  @Test
  void aJobEndsItsForksAndTheirForksBeforeItself() throws Exception {
    List<String> ended = new CopyOnWriteArrayList<>();
    CountDownLatch ready = new CountDownLatch(2);
    Job<Object> job =
        start(
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
    assertThat(start(context -> context.abandonable("think", () -> 7)).await())
        .isEqualTo(new Outcome.Done<>(7));
  }

  @Test
  void aCancelledJobLeavesAbandonableWorkBehind() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    Job<Object> job =
        start(
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
    assertThat(faults).isEmpty();
  }

  @Test
  void aDefectInAbandonedWorkIsStillReported() throws Exception {
    IllegalStateException defect = new IllegalStateException("too late");
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    Job<Object> job =
        start(
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
    await().until(() -> faults.contains(defect));
  }

  @Test
  void theLogKeepsTheLastLinesAndCountsTheRest() throws Exception {
    Job<Object> job =
        start(
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
        start(
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
    jobs.addListener(
        new Ends(
            job -> {
              throw defect;
            }));
    jobs.addListener(new Ends(ended::add));
    Job<Integer> job = start(context -> 1);
    job.await();
    await().until(() -> ended.contains(job));
    assertThat(faults).contains(defect);
    assertThat(jobs.running()).doesNotContain(job);
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
    Jobs inline = new Jobs(Runner.inline(), clock, Told::new, faults::add);
    Job<Integer> job =
        inline.start(
            JobSpec.named("test", ""), context -> context.fork("add", forked -> 2).join() + 1);
    assertThat(job.outcome()).contains(new Outcome.Done<>(3));
  }

  @Test
  void progressIsAShareOrUnknown() {
    assertThat(new Progress(1, 4, Progress.Unit.BYTES).fraction()).isEqualTo(0.25);
    assertThat(new Progress(0, 0, Progress.Unit.ITEMS).fraction()).isEqualTo(1);
    assertThat(Progress.NONE.fraction()).isNegative();
    assertThatThrownBy(() -> new Progress(-1, 0, Progress.Unit.ITEMS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFakeClockRunsTimersInOrderAndForgetsCancelledOnes() {
    List<String> ran = new ArrayList<>();
    JobClock.Timer _ = clock.schedule(Duration.ofSeconds(2), () -> ran.add("two"));
    JobClock.Timer _ = clock.schedule(Duration.ofSeconds(1), () -> ran.add("one"));
    JobClock.Timer no = clock.schedule(Duration.ofSeconds(1), () -> ran.add("no"));
    no.cancel();
    clock.advance(Duration.ofMillis(999));
    assertThat(ran).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    assertThat(ran).containsExactly("one", "two");
  }

  @Test
  void theSystemClockCallsInTimeAndNotAfterCancelling() throws Exception {
    JobClock system = JobClock.system();
    CountDownLatch rung = new CountDownLatch(1);
    AtomicBoolean cancelledRang = new AtomicBoolean();
    JobClock.Timer cancelled =
        system.schedule(Duration.ofMillis(20), () -> cancelledRang.set(true));
    cancelled.cancel();
    long before = system.nanos();
    JobClock.Timer _ = system.schedule(Duration.ofMillis(40), rung::countDown);
    rung.await();
    assertThat(system.nanos() - before).isGreaterThanOrEqualTo(40_000_000);
    assertThat(cancelledRang).isFalse();
  }
}
