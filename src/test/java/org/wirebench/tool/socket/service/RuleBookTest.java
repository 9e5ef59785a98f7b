package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.wirebench.core.job.JobClock;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;

class RuleBookTest {
  private final List<String> done = new ArrayList<>();

  private final class Listening implements Responder.Voice {
    @Override
    public void send(byte[] bytes, int offset, int length) {
      done.add(new String(bytes, offset, length, UTF_8));
    }

    @Override
    public boolean isDatagram() {
      return false;
    }

    @Override
    public void close() {
      done.add("closed");
    }

    @Override
    public void reset() {
      done.add("reset");
    }

    @Override
    public void pause(Duration time) {
      done.add("waited " + time);
    }

    @Override
    public void beside(Responder.Aside work) {
      throw new IllegalStateException("rules answer at once");
    }
  }

  private static Responder rule(String reply, Behaviour.Then then) throws Exception {
    BytePattern when = new BytePattern(BytePattern.Form.TEXT, "x");
    return new RuleBook(
            List.of(new Behaviour.Rule(when, reply, Duration.ZERO, then)),
            UTF_8,
            JobClock.system(),
            RandomGenerator.getDefault())
        .forClient();
  }

  /** Whoever is sent away with an answer must not lose it over a write to a closed socket. */
  @Test
  void nothingIsAnsweredBehindTheEnd() throws Exception {
    byte[] flood = new byte[4 * RuleBook.WINDOW];
    Arrays.fill(flood, (byte) 'x');
    rule("bye ${counter}", Behaviour.Then.CLOSE).received(flood, flood.length, new Listening());
    rule("", Behaviour.Then.RESET).received(flood, flood.length, new Listening());
    assertThat(done).containsExactly("bye 1", "closed", "reset");
  }
}
