package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.testkit.TestTranscripts.add;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestTranscripts;

class SearchModelTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  private final Transcript transcript = transcripts.transcript(true);
  private final Scope scope =
      new Scope(transcript, Set.of(), UTF_8, Extent.NONE, transcripts.stores());
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicInteger changes = new AtomicInteger();
  private final SearchModel model = new SearchModel(looking::get, changes::incrementAndGet);

  /** Searches for "apple", as far as there is something to search. */
  private @Nullable TranscriptSearch search() throws InterruptedException {
    model.find().openProperty().set(true);
    model.find().textProperty().set("apple");
    TranscriptSearch hits = model.begin(scope, null);
    transcripts.scan(null, hits);
    return hits;
  }

  private void receive(String text) {
    add(transcript, Direction.IN, text);
  }

  private long at() {
    Hit hit = model.hitProperty().get();
    return hit == null ? -1 : hit.offset();
  }

  private String count() {
    model.find().count();
    return model.find().countProperty().get();
  }

  @Test
  void theSearchGoesAroundTheEndBothWays() throws Exception {
    receive("apple apple apple");
    search();
    assertThat(count()).isEqualTo("3 hits");
    model.find().seek(true, 1);
    assertThat(at()).isEqualTo(6);
    assertThat(count()).isEqualTo("2 of 3");
    model.find().seek(true, 0);
    assertThat(at()).isEqualTo(12);
    model.find().seek(true, 0);
    assertThat(at()).isZero();
    model.find().seek(false, 0);
    assertThat(at()).isEqualTo(12);
    model.find().seek(false, 0);
    assertThat(count()).isEqualTo("2 of 3");
  }

  @Test
  void whereNothingIsFoundTheSearchGoesNowhere() throws Exception {
    receive("a pear");
    search();
    model.find().seek(true, 0);
    assertThat(at()).isEqualTo(-1);
    assertThat(count()).isEqualTo("No hits");
  }

  @Test
  void aHitThatIsNotFoundYetIsGoneToAsSoonAsItIs() throws Exception {
    TranscriptSearch hits = search();
    looking.set(true);
    model.find().seek(true, 0);
    assertThat(at()).isEqualTo(-1);
    receive("an apple");
    transcripts.scan(null, hits);
    model.find().advance();
    assertThat(at()).isEqualTo(3);
    assertThat(count()).isEqualTo("1 of 1…");
  }

  @Test
  void theHitBeforeIsKnownWhenAllIsLookedThrough() throws Exception {
    receive("apple apple");
    TranscriptSearch hits = search();
    looking.set(true);
    model.find().seek(false, 0);
    assertThat(at()).isEqualTo(-1);
    receive(" apple");
    transcripts.scan(null, hits);
    looking.set(false);
    model.find().advance();
    assertThat(at()).isEqualTo(12);
  }

  @Test
  void hitsBehindAPauseDoNotCountUntilItIsOver() throws Exception {
    receive("apple apple");
    TranscriptSearch hits = search();
    model.freeze(transcript.extent());
    receive(" apple");
    transcripts.scan(null, hits);
    assertThat(count()).isEqualTo("2 hits");
    model.find().seek(false, 0);
    assertThat(at()).isEqualTo(6);
    model.freeze(null);
    assertThat(count()).isEqualTo("2 of 3");
  }

  @Test
  void aSearchThatEndedIsNowhere() throws Exception {
    receive("apple");
    search();
    model.find().seek(true, 0);
    model.end();
    assertThat(at()).isEqualTo(-1);
    assertThat(count()).isEmpty();
    model.find().seek(true, 0);
    assertThat(at()).isEqualTo(-1);
  }

  @Test
  void nothingIsSearchedForWhileItIsClosed() {
    model.find().textProperty().set("apple");
    assertThat(model.begin(scope, null)).isNull();
    model.find().openProperty().set(true);
    assertThat(model.begin(scope, null)).isNotNull();
    assertThat(changes).hasValue(2);
  }

  @Test
  void whatCannotBeSearchedForIsSaid() {
    model.find().textProperty().set("0x4");
    model.find().openProperty().set(true);
    assertThat(model.begin(scope, null)).isNull();
    assertThat(model.find().problemProperty().get()).isNotEmpty();
    model.find().textProperty().set("ä");
    model.validate(UTF_8);
    assertThat(model.find().problemProperty().get()).isEmpty();
    model.validate(US_ASCII);
    assertThat(model.find().problemProperty().get()).contains("ä");
  }
}
