package org.wirebench.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.wire.TestLog.number;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The oldest events are dropped when there is no room for more. */
class WireLogLimitsTest {
  @RegisterExtension private final TestLog recorded = new TestLog();
  private final WireLog log = recorded.log();

  @Test
  void theOldestAreDroppedAndCountedAndAllOthersAreThere() throws IOException {
    WireTap tap = recorded.tap("flood");
    byte[] payload = new byte[100];
    int events = 200_000;
    for (int i = 0; i < events; i++) {
      number(payload, i);
      tap.sent(payload, 0, payload.length);
    }

    assertThat(log.end()).isEqualTo(events + 1);
    assertThat(log.first()).isPositive();
    assertThat(log.dropped()).isEqualTo(log.first());
    assertThat(log.droppedBytes()).isBetween((log.first() - 1) * 100, log.first() * 100);
    assertThat(log.trouble()).isEmpty();
    long kept = (log.end() - log.first()) * 117;
    assertThat(kept).isBetween(4L << 20, 5L << 20);
    assertThat(recorded.diskUsed()).isBetween(3L << 20, 4L << 20);
    assertThat(recorded.all().stream().mapToInt(TestLog::number))
        .containsExactlyElementsOf(IntStream.range((int) log.first() - 1, events).boxed().toList());
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      long sequence = random.nextLong(log.first(), log.end());
      assertThat(log.get(sequence))
          .hasValueSatisfying(
              event -> {
                assertThat(event.sequence()).isEqualTo(sequence);
                assertThat(number(event)).isEqualTo((int) sequence - 1);
              });
    }
    assertThat(log.get(log.first() - 1)).isEmpty();
  }

  @Test
  void withoutADiskTheHeapAloneIsUsedAndTheReasonTold() throws IOException {
    recorded.stores().stores().close();
    WireTap tap = recorded.tap("no disk");
    byte[] payload = new byte[1000];
    for (int i = 0; i < 5000; i++) {
      number(payload, i);
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.trouble())
        .hasValueSatisfying(why -> assertThat(why).hasMessageContaining("closed"));
    assertThat(log.dropped()).isEqualTo(log.first()).isPositive();
    assertThat((log.end() - log.first()) * 1000).isBetween(700_000L, 1L << 20);
    List<WireEvent> events = recorded.all();
    assertThat(number(events.getLast())).isEqualTo(4999);
    assertThat(events).hasSize((int) (log.end() - log.first()));
  }

  @Test
  void limitsChangeWhileRecording() throws IOException {
    WireTap tap = recorded.tap("changing");
    byte[] payload = new byte[10_000];
    for (int i = 0; i < 450; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.dropped()).isZero();
    log.limits(new WireLog.Limits(1 << 20, 0));
    assertThat(recorded.diskUsed()).isZero();
    assertThat(log.dropped()).isPositive();
    assertThat(recorded.all()).hasSize((int) (log.end() - log.first()));
    log.limits(new WireLog.Limits(64 << 20, 0));
    long before = log.dropped();
    for (int i = 0; i < 3000; i++) {
      tap.sent(payload, 0, payload.length);
    }
    assertThat(log.dropped()).isEqualTo(before);
    log.limits(new WireLog.Limits(1 << 20, 2 << 20));
    assertThat(log.dropped()).isGreaterThan(before);
    tap.sent(payload, 0, 3);
    assertThat(recorded.all().getLast().payload()).hasSize(3);
    assertThat(recorded.diskUsed()).isLessThanOrEqualTo(2 << 20);
  }

  @Test
  void countlessShortConnectionsStayWithinTheLimits() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      WireTap tap = recorded.tap("connection " + i);
      tap.sent(new byte[] {1}, 0, 1);
      tap.close();
    }
    assertThat(log.dropped()).isPositive();
    assertThat((log.end() - log.first()) / 3 * Segment.CONNECTION_COST).isLessThan(2 << 20);
    assertThat(recorded.all().getLast().connection().label()).isEqualTo("connection 49999");
  }
}
