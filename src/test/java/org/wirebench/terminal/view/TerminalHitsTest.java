package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.terminal.engine.Position;
import org.wirebench.testkit.TestStores;

class TerminalHitsTest {
  @RegisterExtension private final TestStores stores = new TestStores();

  /** A program that writes without end must not fill the disk while something is searched for. */
  @Test
  void thoseInDroppedLinesAreDeletedAndTheOthersKeepTheirNumbers() throws Exception {
    int kept = 1000;
    try (TerminalHits hits = new TerminalHits(stores.stores())) {
      long most = 0;
      for (int line = 0; line < 10 * TerminalHits.FEW; line++) {
        hits.addAbove(TerminalHits.place(new Position(line, 3)));
        hits.keepFrom(new Position(Math.max(0, line - kept + 1), 0));
        most = Math.max(most, hits.stored());
      }
      long end = 10L * TerminalHits.FEW;
      assertThat(most).isLessThan(TerminalHits.FEW + 2L * kept);
      assertThat(hits.first()).isEqualTo(end - kept);
      assertThat(hits.end()).isEqualTo(end);
      for (long number = hits.first(); number < end; number++) {
        assertThat(TerminalHits.position(hits.place(number))).isEqualTo(new Position(number, 3));
        assertThat(hits.firstFrom(TerminalHits.place(new Position(number, 2)))).isEqualTo(number);
      }
      assertThat(hits.firstFrom(0)).isEqualTo(hits.first());
      hits.setBelow(new long[] {TerminalHits.place(new Position(end + 5, 1))});
      assertThat(hits.end()).isEqualTo(end + 1);
      assertThat(hits.firstFrom(TerminalHits.place(new Position(end, 0)))).isEqualTo(end);
      assertThat(TerminalHits.position(hits.place(end))).isEqualTo(new Position(end + 5, 1));
    }
  }
}
