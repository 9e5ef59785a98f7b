package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.testkit.TestTranscripts.add;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestTranscripts;

class FilterModelTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  private final Transcript transcript = transcripts.transcript(true);
  private final Scope scope =
      new Scope(transcript, Set.of(), UTF_8, Extent.NONE, transcripts.stores());
  private final AtomicInteger changes = new AtomicInteger();
  private final FilterModel model = new FilterModel(changes::incrementAndGet);

  @BeforeEach
  void talk() {
    add(transcript, Direction.OUT, "an apple\n");
    add(transcript, Direction.IN, "an Apple\na pear\n");
  }

  private List<Long> wanted() throws IOException, InterruptedException {
    try (RowFilter filter = Objects.requireNonNull(model.filter(scope, Mode.TEXT))) {
      transcripts.scan(filter, null);
      List<Long> rows = new ArrayList<>();
      for (long i = 0; i < filter.size(); i++) {
        rows.add(filter.row(i));
      }
      return rows;
    }
  }

  @Test
  void allRowsNeedNoFilter() {
    assertThat(model.filter(scope, Mode.TEXT)).isNull();
  }

  @Test
  void theWayAndTheTextAreBothWanted() throws Exception {
    model.textProperty().set("apple");
    assertThat(wanted()).containsExactly(0L, 1L);
    model.wayProperty().set(Way.RECEIVED);
    assertThat(wanted()).containsExactly(1L);
    model.textProperty().set("");
    assertThat(wanted()).containsExactly(1L, 2L);
  }

  @Test
  void aTextThatCannotBeUsedIsSaidAndOnlyTheWayCounts() throws Exception {
    model.wayProperty().set(Way.SENT);
    model.textProperty().set("0x4");
    assertThat(wanted()).containsExactly(0L);
    assertThat(model.problemProperty().get()).isNotEmpty();
    model.textProperty().set("0x61");
    assertThat(wanted()).containsExactly(0L);
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void failuresAreEventsTooAndCanBeShownAlone() throws Exception {
    transcript.event(0, "connected");
    transcript.failure(0, "reset");
    model.wayProperty().set(Way.EVENTS);
    assertThat(wanted()).containsExactly(3L, 4L);
    model.wayProperty().set(Way.FAILURES);
    assertThat(wanted()).containsExactly(4L);
  }

  @Test
  void eachChangeIsTold() {
    model.textProperty().set("a");
    model.wayProperty().set(Way.EVENTS);
    assertThat(changes).hasValue(2);
  }
}
