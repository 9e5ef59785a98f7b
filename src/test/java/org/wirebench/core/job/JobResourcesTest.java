package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a job closes when it is cancelled. */
@Timeout(20)
class JobResourcesTest {
  private final JobBench bench = new JobBench();

  @Test
  void resourcesAreClosedNewestFirstAndOnlyWhileRegistered() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    Outcome<Object> _ =
        bench.cancelled(
            context -> {
              JobContext.Registration _ = context.closeOnCancel(() -> closed.add("first"));
              JobContext.Registration gone = context.closeOnCancel(() -> closed.add("gone"));
              JobContext.Registration _ = context.closeOnCancel(() -> closed.add("last"));
              gone.close();
              context.pause(Duration.ofDays(1));
              return "";
            });
    assertThat(closed).containsExactly("last", "first");
  }

  @Test
  void aResourceRegisteredTooLateIsClosedAtOnce() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Outcome<Object> outcome =
        bench.cancelled(
            context -> {
              try {
                context.pause(Duration.ofDays(1));
              } catch (InterruptedException expected) {
                assertThatThrownBy(() -> context.closeOnCancel(() -> closed.set(true)))
                    .isInstanceOf(CancellationException.class);
              }
              return "";
            });
    assertThat(outcome).isEqualTo(new Outcome.Done<>(""));
    assertThat(closed).isTrue();
  }

  @Test
  void aResourceThatFailsToCloseDoesNotKeepOthersOpen() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    IOException trouble = new IOException("stuck");
    Outcome<Object> _ =
        bench.cancelled(
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
    assertThat(closed).isTrue();
    assertThat(bench.faults()).containsExactly(trouble);
  }
}
