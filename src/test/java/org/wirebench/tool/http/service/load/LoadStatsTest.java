package org.wirebench.tool.http.service.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.wirebench.tool.http.service.Repeater;

class LoadStatsTest {
  private final LoadStats stats = new LoadStats(Instant.EPOCH, false);

  private void answered(int times, int millis) {
    long nanos = Duration.ofMillis(millis).toNanos();
    for (int i = 0; i < times; i++) {
      stats.answered(new Repeater.Answer(200, 5, false), nanos, nanos);
    }
  }

  private List<LoadReport.Second> seconds(double at, boolean last) {
    return stats.report(Duration.ofMillis((long) (at * 1000)), last).seconds();
  }

  /** One in a hundred is how exact a part is kept. */
  private static Offset<Long> nearly(int millis) {
    return within(Duration.ofMillis(millis).toNanos() / 100);
  }

  private static void hasLatencies(LoadReport.Second one, int median, int high) {
    assertThat(one.median().toNanos())
        .isCloseTo(Duration.ofMillis(median).toNanos(), nearly(median));
    assertThat(one.high().toNanos()).isCloseTo(Duration.ofMillis(high).toNanos(), nearly(high));
  }

  @Test
  void theRestOfARunGoesToTheLastSecondWithItsLatencies() {
    answered(98, 4);
    assertThat(seconds(1, false)).hasSize(1);
    answered(2, 1000);

    LoadReport.Second all = seconds(1.1, true).getFirst();

    assertThat(all.length()).isEqualTo(Duration.ofMillis(1100));
    assertThat(all.answers()).isEqualTo(100);
    hasLatencies(all, 4, 1000);
  }

  @Test
  void aLongRunIsShownInFewerPartsThatHoldAllThatCame() {
    for (int second = 1; second <= 1200; second++) {
      answered(9, second % 2 == 0 ? 2 : 50);
      answered(second % 2 == 0 ? 2 : 0, 2);
      seconds(second, false);
    }

    List<LoadReport.Second> parts = seconds(1200, true);

    assertThat(parts).hasSize(600);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(part.length()).isEqualTo(Duration.ofSeconds(2));
              assertThat(part.answers()).isEqualTo(20);
              hasLatencies(part, 2, 50);
            });
  }

  @Test
  void aSecondWithoutAnAnswerHasNoLatency() {
    assertThat(seconds(1, false).getFirst())
        .isEqualTo(
            new LoadReport.Second(
                Duration.ZERO, Duration.ofSeconds(1), 0, 0, Duration.ZERO, Duration.ZERO));
  }
}
