package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much may wait to be sent. */
@Timeout(10)
class OutboxTest {
  private final Outbox outbox = new Outbox();
  private long sent;

  private boolean offer(long bytes) {
    return outbox.offer(
        new Outbox.Sending() {
          @Override
          public void carryOut() {
            sent += bytes;
          }

          @Override
          public long bytes() {
            return bytes;
          }
        });
  }

  private void sendAll() throws IOException, InterruptedException {
    outbox.finish(new IOException("all is sent"));
    outbox.drain();
  }

  @Test
  void itIsFullWhenItHoldsItsBytes() throws Exception {
    assertThat(offer(Outbox.MOST_BYTES - 1)).isTrue();
    assertThat(offer(2)).isFalse();
    assertThat(offer(1)).isTrue();
    assertThat(offer(1)).isFalse();
    assertThat(offer(0)).as("what takes no room").isTrue();
    sendAll();
    assertThat(sent).isEqualTo(Outbox.MOST_BYTES);
  }

  @Test
  void oneThatIsLongerThanAllMayWaitAlone() throws Exception {
    assertThat(offer(Outbox.MOST_BYTES + 1)).isTrue();
    assertThat(offer(1)).isFalse();
    assertThat(offer(0)).as("what takes no room").isTrue();
    sendAll();
    assertThat(sent).isEqualTo(Outbox.MOST_BYTES + 1);
  }

  @Test
  void whatIsSentMakesRoom() throws Exception {
    boolean[] room = new boolean[1];
    assertThat(offer(Outbox.MOST_BYTES)).isTrue();
    assertThat(outbox.offer(() -> room[0] = offer(Outbox.MOST_BYTES))).isTrue();
    assertThat(outbox.offer(() -> outbox.finish(new IOException("all is sent")))).isTrue();
    outbox.drain();
    assertThat(room[0]).isTrue();
    assertThat(sent).isEqualTo(2 * Outbox.MOST_BYTES);
  }

  @Test
  void aFullNumberIsFullWhateverTheSize() {
    for (int i = 0; i < Outbox.CAPACITY; i++) {
      assertThat(offer(0)).isTrue();
    }
    assertThat(offer(0)).isFalse();
  }
}
