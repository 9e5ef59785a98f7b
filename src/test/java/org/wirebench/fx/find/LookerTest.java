package org.wirebench.fx.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.core.job.Failure;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

@Timeout(60)
class LookerTest {
  private final TestJobs jobs = new TestJobs();
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  private final AtomicInteger scans = new AtomicInteger();
  private final AtomicInteger releases = new AtomicInteger();
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  LookerTest() throws TimeoutException {
    Fx.start();
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private Looker looker(Looker.Scan scan) {
    return new Looker(fx, "Look", scan, () -> {}, failures::add, releases::incrementAndGet);
  }

  @Test
  void itLooksUntilThereIsNoMoreAndAgainWhenThereIsNews() {
    Looker looker = looker(_ -> scans.incrementAndGet() % 3 != 0);
    assertThat(looker.isLooking()).isFalse();
    Fx.run(looker::news);
    Fx.until(() -> scans.get() == 3 && !looker.isLooking());
    Fx.run(looker::news);
    Fx.until(() -> scans.get() == 6 && !looker.isLooking());
    Fx.run(looker::close);
    Fx.until(() -> releases.get() == 1 && jobs.jobs().running().isEmpty());
    Fx.run(looker::news);
    assertThat(jobs.jobs().running()).isEmpty();
  }

  @Test
  void theJobEndsByItselfWhenNothingComes() {
    Looker looker = looker(_ -> scans.incrementAndGet() < 0);
    Fx.run(looker::news);
    Fx.until(() -> scans.get() == 1 && jobs.jobs().running().isEmpty());
    Fx.run(looker::news);
    Fx.until(() -> scans.get() == 2);
    Fx.run(looker::close);
    Fx.until(() -> releases.get() == 1);
  }

  @Test
  void aFailureIsToldOnceAndEndsTheLooking() {
    Looker looker =
        looker(
            _ -> {
              scans.incrementAndGet();
              throw new IOException("the disk is full");
            });
    Fx.run(looker::news);
    Fx.until(() -> failures.size() == 1);
    assertThat(looker.isLooking()).isFalse();
    Fx.run(looker::news);
    Fx.run(looker::close);
    assertThat(scans).hasValue(1);
    assertThat(releases).hasValue(1);
  }

  @Test
  void closingInterruptsAndReleasesOnlyWhenNobodyLooks() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Looker looker =
        looker(
            _ -> {
              begun.countDown();
              return true;
            });
    Fx.run(looker::news);
    begun.await();
    assertThat(releases).hasValue(0);
    Fx.run(looker::close);
    Fx.run(looker::close);
    Fx.until(() -> releases.get() == 1 && jobs.jobs().running().isEmpty());
    assertThat(failures).isEmpty();
  }
}
