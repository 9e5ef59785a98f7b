package org.wirebench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestStores;

class WireMatchesTest {
  private static final WireFilter DATA = WireFilter.ALL.withDirections(Set.of(Direction.OUT));

  private final TestJobs jobs = new TestJobs();
  private final TestStores stores = new TestStores();
  private final WireLog log =
      new WireLog(
          new WireLog.Limits(WireLog.Limits.SMALLEST_HEAP, 0), stores.stores(), JobClock.system());
  private final WireTap tap = log.open("echo", "lab", Carrier.TCP, null, null, true);

  @AfterEach
  void close() throws IOException {
    tap.close();
    log.close();
    jobs.close();
    stores.close();
  }

  private void send(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    tap.sent(bytes, 0, bytes.length);
  }

  private void scan(WireMatches matches) throws InterruptedException {
    boolean _ =
        jobs.run(
            context -> {
              boolean more = true;
              while (more) {
                more = matches.scan(context);
              }
              return true;
            });
  }

  private static List<Long> places(WireMatches matches) throws IOException {
    List<Long> places = new ArrayList<>();
    for (long index = matches.first(); index < matches.end(); index++) {
      places.add(matches.place(index));
    }
    return places;
  }

  @Test
  void whatBothConditionsWantIsFoundAsItComes() throws Exception {
    try (WireMatches matches =
        new WireMatches(
            log, DATA.withText("apple"), one -> one.payload().length > 5, stores.stores())) {
      send("apple");
      send("an apple");
      send("a long pear");
      scan(matches);
      assertThat(places(matches)).containsExactly(2L);
      send("APPLE pie");
      scan(matches);
      assertThat(places(matches)).containsExactly(2L, 4L);
      assertThat(matches.firstFrom(3)).isEqualTo(1);
      assertThat(matches.firstFrom(5)).isEqualTo(matches.end());
    }
  }

  @Test
  void whatTheLogDropsIsForgottenAndTheNumbersOfTheOthersStay() throws Exception {
    try (WireMatches matches = new WireMatches(log, DATA, _ -> true, stores.stores(), 1000)) {
      long most = 0;
      for (int round = 0; round < 40; round++) {
        for (int i = 0; i < 2000; i++) {
          send("0123456789".repeat(10));
        }
        scan(matches);
        most = Math.max(most, matches.size());
      }
      assertThat(log.dropped()).isGreaterThan(50_000);
      assertThat(matches.end()).isEqualTo(80_000);
      // The opening of the connection is event 0, and not wanted.
      assertThat(matches.first()).isEqualTo(log.first() - 1);
      assertThat(matches.place(matches.first())).isEqualTo(log.first());
      assertThat(matches.place(matches.end() - 1)).isEqualTo(log.end() - 1);
      assertThat(most).isLessThan(40_000);
    }
  }
}
