package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.testkit.FakeClock;

@Timeout(20)
class JobClockTest {
  @Test
  void theFakeClockRunsTimersInOrderAndForgetsCancelledOnes() {
    FakeClock clock = new FakeClock();
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
