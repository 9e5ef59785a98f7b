package org.wirebench.fx.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

class TickerTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final FakeClock clock = new FakeClock();
  @RegisterExtension private final TestJobs jobs = new TestJobs(clock);
  private final AtomicInteger runs = new AtomicInteger();
  private final Ticker ticker =
      new Ticker(new FxJobs(jobs.jobs(), jobs.faults()::add), PAUSE, runs::incrementAndGet);

  TickerTest() throws TimeoutException {
    Fx.start();
  }

  private void due() {
    Fx.run(ticker::due);
  }

  private void pass(Duration time) {
    clock.advance(time);
    // What fell due waits for the FX thread, which does one thing after the other.
    Fx.run(() -> {});
  }

  @Test
  void theFirstTimeIsAtOnceAndTheNextAfterThePause() {
    due();
    assertThat(runs).hasValue(1);
    due();
    due();
    assertThat(runs).hasValue(1);
    pass(PAUSE);
    assertThat(runs).hasValue(2);
    due();
    assertThat(runs).hasValue(2);
  }

  @Test
  void nothingRunsAndNoTimerWaitsWhileNothingIsDue() {
    due();
    pass(PAUSE);
    assertThat(runs).hasValue(1);
    assertThat(clock.waiting()).isZero();
    due();
    assertThat(runs).hasValue(2);
  }

  @Test
  void aClosedOneForgetsWhatIsDue() {
    due();
    due();
    Fx.run(ticker::close);
    pass(PAUSE);
    assertThat(runs).hasValue(1);
  }
}
