package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "292, 292 B",
    "999, 999 B",
    "1000, 1 kB",
    "1240, 1.2 kB",
    "9960, 10 kB",
    "34567, 35 kB",
    "999600, 1 MB",
    "1234567, 1.2 MB",
    "9223372036854775807, 9.2 EB"
  })
  void bytesAreInPowersOfAThousand(long bytes, String text) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "850000, 850 µs",
    "999600, 1 ms",
    "14000000, 14 ms",
    "999600000, 1 s",
    "1234000000, 1.2 s",
    "59900000000, 60 s",
    "184000000000, 3 min 4 s",
    "7500000000000, 2 h 5 min",
    "273600000000000, 3 d 4 h",
    "-14000000, -14 ms"
  })
  void durationsHaveTheUnitThatFits(long nanos, String text) {
    assertThat(Amounts.duration(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  @Test
  void aRateIsAnAmountPerSecond() {
    assertThat(Amounts.rate(12_345_678)).isEqualTo("12 MB/s");
    assertThat(Amounts.rate(Double.NaN)).isEqualTo("0 B/s");
  }

  @Test
  void countsAreGrouped() {
    assertThat(Amounts.count(113_621)).isEqualTo("113,621");
  }

  @ParameterizedTest
  @CsvSource({
    "-60, just now",
    "2, just now",
    "42, 42 s ago",
    "185, 3 min ago",
    "7200, 2 h ago",
    "259200, 3 d ago"
  })
  void timesGoneByAreCoarse(long seconds, String text) {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(Amounts.ago(now.minusSeconds(seconds), now)).isEqualTo(text);
  }
}
