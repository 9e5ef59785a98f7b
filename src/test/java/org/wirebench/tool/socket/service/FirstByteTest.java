package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.FakeClock;

class FirstByteTest {
  private static final byte[] BYTES = {1, 2, 3};

  private final FakeClock clock = new FakeClock();
  private final Phases phases = new Phases(clock);
  private final FirstByte firstByte = new FirstByte(phases);

  private void pass(long millis) {
    clock.advance(Duration.ofMillis(millis));
  }

  private void send() {
    firstByte.keep(Direction.OUT, BYTES, 0, BYTES.length);
    firstByte.count(Direction.OUT, BYTES.length);
  }

  private void hear() {
    firstByte.add(Direction.IN, BYTES, 0, BYTES.length);
  }

  private void assertTook(long millis) {
    assertThat(phases.of(Phase.FIRST_BYTE)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aServerThatSpeaksFirstIsTimedFromTheBeginning() {
    pass(7);
    hear();
    pass(100);
    send();
    hear();
    assertTook(7);
  }

  @Test
  void anAnswerIsTimedFromTheFirstThatIsSentAndNotFromWhereTheUserBeganToThink() {
    pass(30_000);
    send();
    pass(5);
    send();
    pass(6);
    hear();
    assertTook(11);
  }

  @Test
  void whoNeverSpeaksHasNoTime() {
    send();
    pass(10);
    assertThat(phases.timed()).isEmpty();
  }
}
