package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.tool.socket.request.MessageTemplate;

@Timeout(30)
class GeneratorTest {
  private final AtomicInteger pauses = new AtomicInteger();
  private final AtomicInteger bursts = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();

  /** The clock of the machine, which counts how often somebody waits. */
  private final class CountingClock implements JobClock {
    private final JobClock machine = JobClock.system();

    @Override
    public long nanos() {
      return machine.nanos();
    }

    @Override
    public Instant now() {
      return machine.now();
    }

    @Override
    public Timer schedule(Duration delay, Runnable action) {
      return machine.schedule(delay, action);
    }

    @Override
    public void pause(Duration delay) throws InterruptedException {
      pauses.incrementAndGet();
      machine.pause(delay);
    }
  }

  private Job<Boolean> start(Generator generator) {
    Jobs jobs =
        new Jobs(Runner.virtualThreads(), new CountingClock(), NetFailure::of, thrown -> {});
    return jobs.start(
        JobSpec.named("generate", "socket"),
        context -> {
          generator.run(
              burst -> {
                bursts.incrementAndGet();
                burst.send((bytes, offset, length) -> sent.incrementAndGet());
              },
              context);
          return true;
        });
  }

  @Test
  void aSlowRateSleepsFromOneMessageToTheNext() throws Exception {
    Job<Boolean> job = start(new Generator(MessageTemplate.of(new byte[1]), 0, 10, 4));
    assertThat(job.await()).isInstanceOf(Outcome.Done.class);
    assertThat(sent).hasValue(4);
    assertThat(job.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(pauses.get()).isBetween(3, 10);
  }

  @Test
  void aFloodIsHandedOverInBurstsOfMany() throws Exception {
    Job<Boolean> job =
        start(
            new Generator(
                MessageTemplate.of(new byte[1]), 0, Generator.AS_FAST_AS_POSSIBLE, 200_000));
    assertThat(job.await()).isInstanceOf(Outcome.Done.class);
    assertThat(sent).hasValue(200_000);
    // Each takes 2 ms, so that what else is to be sent has its turn.
    assertThat(bursts.get()).isLessThan(sent.get() / 20);
    assertThat(job.progress().done()).isEqualTo(200_000);
  }

  @Test
  void aRateOfOneInAThousandYearsCanBeCancelled() throws Exception {
    Job<Boolean> job = start(new Generator(MessageTemplate.of(new byte[1]), 0, 1e-12, 0));
    await().untilAtomic(sent, equalTo(1));
    job.cancel();
    assertThat(job.await()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(sent).hasValue(1);
  }
}
