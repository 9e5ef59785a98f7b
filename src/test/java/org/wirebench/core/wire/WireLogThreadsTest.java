package org.wirebench.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.wire.TestLog.number;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Threads that record and read at once. */
class WireLogThreadsTest {
  @RegisterExtension private final TestLog recorded = new TestLog();
  private final WireLog log = recorded.log();

  @Test
  void manyThreadsRecordWhileOthersRead() throws Exception {
    log.limits(new WireLog.Limits(1 << 20, 64 << 20));
    int threads = 4;
    int each = 40_000;
    List<CompletableFuture<Void>> recorders =
        IntStream.range(0, threads)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          try (WireTap tap = recorded.tap("thread " + thread)) {
                            byte[] payload = new byte[60];
                            for (int i = 0; i < each; i++) {
                              number(payload, i);
                              tap.sent(payload, 0, payload.length);
                            }
                          }
                        }))
            .toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(recorders.toArray(CompletableFuture[]::new));
    while (!all.isDone()) {
      long[] last = {-1};
      log.forEach(
          log.first(),
          log.end(),
          event -> {
            assertThat(event.sequence()).isGreaterThan(last[0]);
            last[0] = event.sequence();
          });
      Optional<WireEvent> some = log.get((log.first() + log.end()) / 2);
      assertThat(some.map(event -> event.payload().length).orElse(60)).isBetween(6, 60);
    }
    all.get(10, TimeUnit.SECONDS);
    assertThat(log.end()).isEqualTo(threads * (each + 2L));
    int[] next = new int[threads];
    Arrays.fill(next, -1);
    log.forEach(
        0,
        log.end(),
        WireFilter.ALL.withDirections(Set.of(Direction.OUT)),
        event -> {
          int thread = Integer.parseInt(event.connection().label().substring(7));
          assertThat(next[thread] < 0 || number(event) == next[thread]).isTrue();
          next[thread] = number(event) + 1;
        });
    assertThat(next).containsOnly(each);
  }

  @Test
  void whoReadsTheOldestWhileTheyAreDroppedSeesTheRightOnesOrNone() throws Exception {
    int events = 300_000;
    CompletableFuture<Void> recorder =
        CompletableFuture.runAsync(
            () -> {
              try (WireTap tap = recorded.tap("flood")) {
                byte[] payload = new byte[100];
                for (int i = 0; i < events; i++) {
                  number(payload, i);
                  tap.sent(payload, 0, payload.length);
                }
              }
            });
    while (!recorder.isDone()) {
      long from = log.first();
      log.forEach(
          from,
          Math.min(log.end(), from + 500),
          event -> {
            if (event.direction() == Direction.OUT) {
              assertThat(number(event)).isEqualTo((int) event.sequence() - 1);
            }
          });
    }
    recorder.get(10, TimeUnit.SECONDS);
    assertThat(log.end()).isEqualTo(events + 2L);
    assertThat(recorded.diskUsed()).isBetween(3L << 20, 4L << 20);
  }

  @Test
  void anInterruptedThreadRecordsAndReads() throws IOException {
    Thread.currentThread().interrupt();
    WireTap tap = recorded.tap("interrupted");
    byte[] payload = new byte[60_000];
    for (int i = 0; i < 50; i++) {
      tap.sent(payload, 0, payload.length);
    }
    List<WireEvent> events = recorded.all();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(events).hasSize(51);
    assertThat(log.trouble()).isEmpty();
    assertThat(recorded.diskUsed()).isPositive();
  }
}
