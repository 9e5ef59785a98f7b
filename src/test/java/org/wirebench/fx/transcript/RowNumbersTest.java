package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.testkit.TestTranscripts.add;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestTranscripts;

class RowNumbersTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  private final Transcript transcript = transcripts.transcript(true);
  private final RowNumbers numbers = new RowNumbers();

  private TranscriptRows rows(Extent from, @Nullable RowFilter filter) {
    Look look = new Look(Clock.SINCE_START, UTF_8, _ -> "");
    return new TranscriptRows(transcript, Mode.TEXT, look, from, filter);
  }

  private void receive(String text) {
    add(transcript, Direction.IN, text);
  }

  @Test
  void allRowsAreCountedAndNothingElseIsSaid() {
    receive("one\n");
    numbers.count(rows(Extent.NONE, null), true, () -> "none");
    assertThat(numbers.shownProperty().get()).isEqualTo("1 row");
    assertThat(numbers.missedProperty().get()).isEmpty();
    assertThat(numbers.hiddenProperty().get()).isEmpty();
    assertThat(numbers.troubleProperty().get()).isEmpty();
  }

  @Test
  void theRowsThatAFilterTookAreCountedAmongAll() throws Exception {
    Scope scope = new Scope(transcript, Set.of(), UTF_8, Extent.NONE, transcripts.stores());
    RowFilter sent = scope.filter(Mode.TEXT, Set.of(Direction.OUT), null);
    TranscriptRows rows = rows(Extent.NONE, sent);
    receive("one\ntwo\n");
    add(transcript, Direction.OUT, "three\n");
    numbers.count(rows, true, () -> "none");
    assertThat(numbers.shownProperty().get()).isEqualTo("0 of 3 rows…");
    assertThat(numbers.nothingProperty().get()).isEmpty();
    numbers.count(rows, false, () -> "none");
    assertThat(numbers.nothingProperty().get()).isEqualTo("none");
    transcripts.scan(sent, null);
    numbers.count(rows, false, () -> "none");
    assertThat(numbers.shownProperty().get()).isEqualTo("1 of 3 rows");
  }

  @Test
  void whatWasClearedAndWhatCameInAPauseIsSaid() {
    receive("one\ntwo\n");
    TranscriptRows rows = rows(transcript.extent(), null);
    receive("three\n");
    rows.freeze(transcript.extent());
    receive("four\nfive\nsix\n");
    numbers.count(rows, false, () -> "none");
    assertThat(numbers.shownProperty().get()).isEqualTo("1 row");
    assertThat(numbers.hiddenProperty().get()).contains("2 rows");
    assertThat(numbers.missedProperty().get()).contains("3 rows");
  }

  @Test
  void troubleIsSaidWhileItsTranscriptIsShown() throws Exception {
    transcript.close();
    receive("late\n");
    numbers.count(rows(Extent.NONE, null), false, () -> "none");
    assertThat(numbers.troubleProperty().get()).isEqualTo(transcript.stopped()).isNotEmpty();
    numbers.count(null, false, () -> "none");
    assertThat(numbers.troubleProperty().get()).isEmpty();
    assertThat(numbers.shownProperty().get()).isEmpty();
  }
}
