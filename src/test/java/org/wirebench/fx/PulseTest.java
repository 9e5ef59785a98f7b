package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

class PulseTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final FxJobs fx = new FxJobs(jobs.jobs(), faults::add);

  PulseTest() throws TimeoutException {
    Fx.start();
  }

  @Test
  void manyChangesOfManyThreadsAreDeliveredFewTimesAndTheLastIsNotLost() {
    AtomicInteger changes = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    AtomicInteger deliveries = new AtomicInteger();
    Pulse pulse =
        fx.pulse(
            () -> {
              seen.set(changes.get());
              deliveries.incrementAndGet();
            });

    for (int thread = 0; thread < 8; thread++) {
      var _ =
          jobs.start(
              context -> {
                for (int i = 0; i < 250_000; i++) {
                  changes.incrementAndGet();
                  pulse.changed();
                }
                return true;
              });
    }

    Awaitility.await().until(() -> seen.get() == 2_000_000);
    assertThat(deliveries.get()).isLessThan(1000);
    assertThat(faults).isEmpty();
  }

  @Test
  void aChangeAfterALongSilenceIsDeliveredToo() {
    AtomicInteger deliveries = new AtomicInteger();
    Pulse pulse = fx.pulse(deliveries::incrementAndGet);

    for (int round = 1; round <= 20; round++) {
      pulse.changed();
      int expected = round;
      Awaitility.await().until(() -> deliveries.get() == expected);
    }
  }

  @Test
  void aDeliveryThatFailsIsReportedAndDoesNotStopTheOthers() {
    AtomicInteger good = new AtomicInteger();
    Pulse bad =
        fx.pulse(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    Pulse fine = fx.pulse(good::incrementAndGet);

    bad.changed();
    fine.changed();

    Awaitility.await().until(() -> good.get() == 1 && faults.size() == 1);
    assertThat(faults.getFirst()).hasMessage("on purpose");
  }

  @Test
  void aClosedPulseDeliversNothing() {
    AtomicInteger deliveries = new AtomicInteger();
    AtomicInteger later = new AtomicInteger();
    Pulse closed = fx.pulse(deliveries::incrementAndGet);
    Pulse open = fx.pulse(later::incrementAndGet);

    closed.close();
    closed.changed();
    open.changed();

    Awaitility.await().until(() -> later.get() == 1);
    assertThat(deliveries.get()).isZero();
  }

  @Test
  void theOutcomeOfAJobComesOnceOnTheFxThread() {
    List<Boolean> onFx = new CopyOnWriteArrayList<>();
    List<Outcome<String>> outcomes = new CopyOnWriteArrayList<>();

    var _ =
        fx.start(
            JobSpec.named("job", "test"),
            context -> "done",
            outcome -> {
              onFx.add(Platform.isFxApplicationThread());
              outcomes.add(outcome);
            });

    Awaitility.await().until(() -> !outcomes.isEmpty());
    assertThat(onFx).containsExactly(true);
    assertThat(new ArrayList<>(outcomes)).containsExactly(new Outcome.Done<>("done"));
  }
}
