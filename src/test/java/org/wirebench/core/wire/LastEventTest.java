package org.wirebench.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.TestStores;

/** The end of a connection is the last that is recorded of it, whoever still sends. */
class LastEventTest {
  private static final int CONNECTIONS = 1000;

  @RegisterExtension private final TestStores stores = new TestStores();

  @Test
  void nothingIsRecordedAfterTheEnd() throws Exception {
    try (WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores.stores(), JobClock.system())) {
      for (int i = 0; i < CONNECTIONS; i++) {
        WireTap tap = log.open("test", "label", Carrier.TCP, null, null, true);
        CountDownLatch sending = new CountDownLatch(1);
        Thread sender =
            Thread.startVirtualThread(
                () -> {
                  for (int n = 0; n < 200; n++) {
                    tap.sent(new byte[1], 0, 1);
                    sending.countDown();
                  }
                });
        sending.await();
        tap.close();
        tap.close();
        sender.join();
      }
      Set<Long> over = new HashSet<>();
      log.forEach(
          log.first(),
          log.end(),
          event -> {
            assertThat(over.contains(event.connection().id())).isFalse();
            if (event.kind() == WireKind.CLOSED) {
              over.add(event.connection().id());
            }
          });
      assertThat(over).hasSize(CONNECTIONS);
    }
  }
}
