package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wirebench.core.net.Phases.Timed;
import org.wirebench.testkit.FakeClock;

class PhasesTest {
  private final FakeClock clock = new FakeClock();
  private final Phases phases = new Phases(clock);

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private void pass(Phase phase, long millis) {
    phases.begin(phase);
    clock.advance(ms(millis));
    phases.end(phase);
  }

  @Test
  void aStepThatBeginsAnewIsTimedFromThen() {
    phases.begin(Phase.FIRST_BYTE);
    clock.advance(ms(30));
    phases.restart(Phase.FIRST_BYTE);
    clock.advance(ms(2));
    phases.end(Phase.FIRST_BYTE);
    assertThat(phases.timed()).containsExactly(new Timed(Phase.FIRST_BYTE, ms(30), ms(2)));
    assertThat(phases.current()).isEmpty();
  }

  @Test
  void stepsAreTimedFromTheFirstMoment() {
    clock.advance(ms(5));
    pass(Phase.RESOLVE, 10);
    phases.begin(Phase.CONNECT);
    assertThat(phases.current()).contains(Phase.CONNECT);
    clock.advance(ms(20));
    phases.end(Phase.CONNECT);
    assertThat(phases.timed())
        .containsExactly(
            new Timed(Phase.RESOLVE, ms(5), ms(10)), new Timed(Phase.CONNECT, ms(15), ms(20)));
    assertThat(phases.timed().getLast().end()).isEqualTo(ms(35));
    assertThat(phases.current()).isEmpty();
  }

  @Test
  void aStepCanComeAgainAndOverlapOthers() {
    phases.begin(Phase.TRANSFER);
    clock.advance(ms(1));
    phases.begin(Phase.REQUEST);
    clock.advance(ms(2));
    phases.end(Phase.TRANSFER);
    clock.advance(ms(3));
    phases.end(Phase.REQUEST);
    pass(Phase.TRANSFER, 4);
    assertThat(phases.of(Phase.TRANSFER)).isEqualTo(ms(7));
    assertThat(phases.of(Phase.REQUEST)).isEqualTo(ms(5));
    assertThat(phases.of(Phase.TLS)).isZero();
    assertThat(phases.timed())
        .extracting(Timed::phase)
        .containsExactly(Phase.TRANSFER, Phase.REQUEST, Phase.TRANSFER);
  }

  @Test
  void whatStillRunsCanBeTimedUntilNow() {
    pass(Phase.CONNECT, 10);
    phases.begin(Phase.TRANSFER);
    clock.advance(ms(5));
    assertThat(phases.timed()).containsExactly(new Timed(Phase.CONNECT, ms(0), ms(10)));
    assertThat(phases.untilNow())
        .containsExactly(
            new Timed(Phase.CONNECT, ms(0), ms(10)), new Timed(Phase.TRANSFER, ms(10), ms(5)));
    clock.advance(ms(1));
    assertThat(phases.untilNow().getLast().length()).isEqualTo(ms(6));
  }

  @Test
  void whatHasNotBegunCannotEnd() {
    assertThatThrownBy(() -> phases.end(Phase.TLS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyStepHasAName() {
    for (Phase phase : Phase.values()) {
      assertThat(phase.title()).isNotBlank();
    }
  }
}
