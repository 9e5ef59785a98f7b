package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job ends whatever those who hear of it throw: errors too, such as a class that is missing. */
@Timeout(20)
class BrokenListenersTest {
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();

  private Jobs jobs() {
    return new Jobs(
        Runner.virtualThreads(),
        JobClock.system(),
        thrown -> {
          throw new NoClassDefFoundError("words");
        },
        faults::add);
  }

  @Test
  void aClassifierThatCannotBeLoadedIsNoReasonNotToEnd() throws Exception {
    Job<Object> job =
        jobs()
            .start(
                JobSpec.named("test", ""),
                context -> {
                  throw new IOException("no");
                });
    assertThat(job.await(Duration.ofSeconds(5))).containsInstanceOf(Outcome.Failed.class);
    assertThat(faults).hasOnlyElementsOfType(NoClassDefFoundError.class).hasSize(1);
  }

  @Test
  void aListenerThatCannotBeLoadedKeepsNobodyElseFromHearing() throws Exception {
    Jobs jobs = jobs();
    List<String> heard = new CopyOnWriteArrayList<>();
    jobs.addListener(new Broken());
    jobs.addListener(
        new Jobs.Listener() {
          @Override
          public void started(Job<?> job) {
            heard.add("started");
          }

          @Override
          public void changed(Job<?> job) {}

          @Override
          public void ended(Job<?> job) {
            heard.add("ended");
          }
        });
    Job<String> job = jobs.start(JobSpec.named("test", ""), context -> "done");
    await().until(() -> heard.size() == 2);
    assertThat(job.await()).isEqualTo(new Outcome.Done<>("done"));
    assertThat(heard).containsExactly("started", "ended");
  }

  private static final class Broken implements Jobs.Listener {
    @Override
    public void started(Job<?> job) {
      throw new NoClassDefFoundError("started");
    }

    @Override
    public void changed(Job<?> job) {}

    @Override
    public void ended(Job<?> job) {
      throw new NoClassDefFoundError("ended");
    }
  }
}
