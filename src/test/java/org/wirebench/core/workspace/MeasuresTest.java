package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, 500ms", "2s, 2s", "1m, 1m", "1 min, 1m", "90s, 90s", "1.5s, 1500ms", "120s, 2m",
    "3h, 3h", "0s, 0s", "7us, 7us", "7µs, 7us", "1ns, 1ns", "1d, 24h", "2 S, 2s"
  })
  void timesAreReadAndWritten(String typed, String written) {
    Duration duration = Measures.duration(typed).orElseThrow();
    assertThat(Measures.text(duration)).isEqualTo(written);
    assertThat(Measures.duration(written)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "500", "s", "-1s", "1 fortnight", "1e3s", "٣s", "99999999999h", "1s2"})
  void whatIsNoTimeIsRefused(String typed) {
    assertThat(Measures.duration(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 512", "64KiB, 65536, 64KiB", "1MB, 1000000, 1MB", "1.5 kB, 1500, 1500",
    "2GiB, 2147483648, 2GiB", "0, 0, 0", "10B, 10, 10", "1 mib, 1048576, 1MiB"
  })
  void sizesAreReadAndWritten(String typed, long bytes, String written) {
    assertThat(Measures.size(typed)).contains(bytes);
    assertThat(Measures.text(bytes)).isEqualTo(written);
    assertThat(Measures.size(written)).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1 bit", "99999999999TiB", "1,5kB"})
  void whatIsNoSizeIsRefused(String typed) {
    assertThat(Measures.size(typed)).isEmpty();
  }
}
