package org.wirebench.terminal.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions that are spoiled in thousands of ways, the same in each build. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutationsTest {
  private static final int INPUTS = 3000;

  @Test
  void spoiledSessionsAreTaken() throws Exception {
    List<byte[]> sessions = Mutations.sessions();
    for (long seed = 0; seed < INPUTS; seed++) {
      try {
        FuzzedTerminal.play(new Mutations(seed, sessions).next());
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("seed " + seed, failed);
      }
    }
  }
}
