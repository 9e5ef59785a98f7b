package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.testkit.TestTranscripts.add;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestTranscripts;

/** Searching, filtering and exporting transcripts. */
class TranscriptScanTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();
  private final ByteStores stores = transcripts.stores();

  private Transcript transcript(boolean stream) {
    return transcripts.transcript(stream);
  }

  private TranscriptSearch search(Transcript transcript, String typed) throws ParseProblem {
    return search(transcript, typed, Extent.NONE, null);
  }

  private TranscriptSearch search(
      Transcript transcript, String typed, Extent from, @Nullable RowFilter within)
      throws ParseProblem {
    return new TranscriptSearch(
        transcript, Needle.of(typed, ISO_8859_1), Needle.inEvents(typed), from, stores, within);
  }

  private RowFilter filter(
      Transcript transcript, Rows rows, Set<Direction> directions, String typed)
      throws ParseProblem {
    return new RowFilter(
        rows, new Wanted(directions, Set.of()), search(transcript, typed), Extent.NONE, stores);
  }

  private static List<Long> hits(TranscriptSearch search) throws IOException {
    List<Long> all = new ArrayList<>();
    for (long i = 0; i < search.hits().count(); i++) {
      all.add(search.hits().hit(i).offset());
    }
    return all;
  }

  private static List<Long> rows(RowFilter filter) throws IOException {
    List<Long> all = new ArrayList<>();
    for (long i = 0; i < filter.size(); i++) {
      all.add(filter.row(i));
    }
    return all;
  }

  @Test
  void aHitMayLieAcrossThePiecesOfAStreamButNotAcrossAChangeOfDirection() throws Exception {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "xxnee");
    add(transcript, Direction.IN, "dle yy nee");
    add(transcript, Direction.OUT, "dle NEEDLE");
    transcript.event(0, "a needle");
    TranscriptSearch search = search(transcript, "needle");

    transcripts.scan(null, search);

    assertThat(hits(search)).containsExactly(2L, 19L, 27L);
    assertThat(search.hits().hit(0).length()).isEqualTo(6);
    assertThat(search.hits().firstFrom(3)).isEqualTo(1);
    assertThat(search.hits().firstFrom(28)).isEqualTo(3);
  }

  @Test
  void aHitDoesNotLieAcrossDatagrams() throws Exception {
    Transcript transcript = transcript(false);
    add(transcript, Direction.IN, "nee");
    add(transcript, Direction.IN, "dle");
    TranscriptSearch search = search(transcript, "needle");

    transcripts.scan(null, search);

    assertThat(search.hits().count()).isZero();
  }

  @Test
  void searchingGoesOnWhereItStopped() throws Exception {
    Transcript transcript = transcript(true);
    TranscriptSearch search = search(transcript, "needle");
    String said = "a needle in a needle, nee and needleneedle";
    for (int i = 0; i < said.length(); i++) {
      add(transcript, Direction.IN, said.substring(i, i + 1));
      transcripts.scan(null, search);
    }
    assertThat(hits(search)).containsExactly(2L, 14L, 30L, 36L);
  }

  @Test
  void whatCameBeforeTheBeginningIsNotFound() throws Exception {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "needle\n");
    Extent from = transcript.extent();
    add(transcript, Direction.IN, "needle\n");
    TranscriptSearch search = search(transcript, "needle", from, null);
    RowFilter filter = new RowFilter(transcript.textRows(), Wanted.ALL, null, from, stores);

    transcripts.scan(filter, search);

    assertThat(hits(search)).containsExactly(7L);
    assertThat(rows(filter)).containsExactly(1L);
  }

  @Test
  void aLineThatIsNotEndedIsShownAsSoonAsItHasWhatIsWanted() throws Exception {
    Transcript transcript = transcript(true);
    RowFilter filter = filter(transcript, transcript.textRows(), Set.of(), "login");
    add(transcript, Direction.IN, "welcome\nlog");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).isEmpty();
    add(transcript, Direction.IN, "in: ");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).containsExactly(1L);
    add(transcript, Direction.IN, "\nno\nagain log");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).containsExactly(1L);
    add(transcript, Direction.OUT, "in\n");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).containsExactly(1L);
  }

  @Test
  void rowsOfHexAreShownWhenAHitTouchesThem() throws Exception {
    Transcript transcript = transcript(true);
    RowFilter filter = filter(transcript, transcript.hexRows(), Set.of(), "needle");
    add(transcript, Direction.IN, "0123456789abcnee");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).isEmpty();
    add(transcript, Direction.IN, "dle");
    transcripts.scan(filter, null);
    assertThat(rows(filter)).containsExactly(0L, 1L);
  }

  @Test
  void aSearchWithinAFilterFindsOnlyWhatIsShown() throws Exception {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "apple one\npear one\napple two one\n");
    add(transcript, Direction.OUT, "apple one\n");
    RowFilter filter = filter(transcript, transcript.textRows(), Set.of(Direction.IN), "apple");
    TranscriptSearch search = search(transcript, "one", Extent.NONE, filter);

    transcripts.scan(filter, search);

    assertThat(rows(filter)).containsExactly(0L, 2L);
    assertThat(hits(search)).containsExactly(6L, 29L);
    assertThat(filter.firstFrom(1)).isEqualTo(1);
  }

  /** All rows that a plain look at each of them finds. */
  private static List<Long> plainly(Rows rows, Direction direction, String wanted)
      throws IOException {
    List<Long> found = new ArrayList<>();
    for (long i = 0; i < rows.size(); i++) {
      TranscriptRow row = rows.row(i);
      boolean right = row.exchange().direction() == direction;
      if (right && new String(row.bytes(), ISO_8859_1).contains(wanted)) {
        found.add(i);
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theFilterFindsWhatAPlainLookFindsWhateverThePieces(long seed) throws Exception {
    Random random = new Random(seed);
    Transcript transcript = transcript(seed % 2 == 0);
    RowFilter filter = filter(transcript, transcript.textRows(), Set.of(Direction.IN), "ab");
    long before = 0;
    for (int i = 0; i < 3000; i++) {
      Direction direction = List.of(Direction.values()).get(random.nextInt(4));
      byte[] bytes = new byte[random.nextInt(20) == 0 ? 3000 : random.nextInt(30)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextInt(20) == 0 ? '\n' : 'a' + random.nextInt(8));
      }
      transcript.add(direction, random.nextInt(2), bytes, 0, bytes.length);
      if (random.nextInt(100) == 0) {
        transcripts.scan(filter, null);
        assertThat(filter.size()).isGreaterThanOrEqualTo(before);
        before = filter.size();
      }
    }
    transcripts.scan(filter, null);
    assertThat(rows(filter)).isEqualTo(plainly(transcript.textRows(), Direction.IN, "ab"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRowIsFoundByAnyOfItsBytes(boolean stream) throws IOException {
    Random random = new Random(5);
    Transcript transcript = transcript(stream);
    for (int i = 0; i < 1000; i++) {
      Direction direction = List.of(Direction.values()).get(random.nextInt(4));
      add(transcript, direction, "line\n".repeat(random.nextInt(4)) + "rest");
    }
    for (Rows rows : List.of(transcript.textRows(), transcript.hexRows())) {
      List<Long> walked = new ArrayList<>();
      rows.walk(
          7,
          place -> {
            TranscriptRow row = rows.row(place.index());
            assertThat(place.offset()).isEqualTo(row.offset());
            assertThat(place.end()).isEqualTo(row.end());
            assertThat(place.exchange()).isEqualTo(row.exchange());
            assertThat(rows.rowAt(place.end() - 1)).isEqualTo(place.index());
            walked.add(place.index());
            return true;
          });
      assertThat(walked.getFirst()).isEqualTo(7);
      assertThat(walked.getLast()).isEqualTo(rows.size() - 1);
    }
  }

  @Test
  void theFirstRowThatBeginsInAnEntryHasItsTimeAlsoAtAMark() throws IOException {
    Transcript transcript = transcript(true);
    for (int i = 0; i < 600; i++) {
      add(transcript, Direction.IN, i == 0 ? "a" : "b\na");
    }
    for (long i = 0; i < transcript.textRows().size(); i++) {
      assertThat(transcript.textRows().row(i).opensExchange()).isTrue();
    }
    Transcript large = transcript(true);
    add(large, Direction.IN, "a\n".repeat(600));
    for (long i = 0; i < 600; i++) {
      assertThat(large.textRows().row(i).opensExchange()).isEqualTo(i == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRowThatGoesOnWithACutLineSaysSoAlsoAtAMark(boolean stream) throws IOException {
    Transcript transcript = transcript(stream);
    add(transcript, Direction.IN, "x".repeat(300 * TextRows.LONGEST + 10));
    add(transcript, Direction.IN, "y\nshort\n" + "z".repeat(TextRows.LONGEST));
    add(transcript, Direction.OUT, "other\n");
    TextRows rows = transcript.textRows();
    for (long i = 0; i <= 300; i++) {
      assertThat(rows.row(i).continues()).isEqualTo(i > 0);
    }
    List<Boolean> rest = new ArrayList<>();
    rows.walk(301, place -> rest.add(place.continues()));
    assertThat(rest).isNotEmpty().containsOnly(false);
    for (long i = 301; i < rows.size(); i++) {
      assertThat(rows.row(i).continues()).isFalse();
    }
  }

  @Test
  void aLineThatIsCutAtTheEndOfAnEntryGoesOnInTheNextOfTheStream() throws IOException {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "x".repeat(TextRows.LONGEST));
    add(transcript, Direction.IN, "end\n");
    assertThat(transcript.textRows().row(1).continues()).isTrue();
    add(transcript, Direction.OUT, "x".repeat(TextRows.LONGEST));
    transcript.event(0, "news");
    assertThat(transcript.textRows().row(3).continues()).isFalse();
  }

  @Test
  void savedBytesAreExactlyThoseThatWentThatWay() throws Exception {
    Transcript transcript = transcript(true);
    add(transcript, Direction.OUT, "ask\r\n");
    transcript.event(0, "something");
    add(transcript, Direction.IN, "\u0000\u00ff".getBytes(ISO_8859_1));
    add(transcript, Direction.OUT, "more");
    assertThat(saved(transcript, EnumSet.of(Direction.OUT))).isEqualTo("ask\r\nmore");
    assertThat(saved(transcript, EnumSet.of(Direction.IN))).isEqualTo("\u0000\u00ff");
    assertThat(saved(transcript, EnumSet.of(Direction.IN, Direction.OUT)))
        .isEqualTo("ask\r\n\u0000\u00ffmore");
  }

  private String saved(Transcript transcript, EnumSet<Direction> ways) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean _ =
        transcripts
            .jobs()
            .run(
                context -> {
                  TranscriptExport.bytes(transcript, new Wanted(ways, Set.of()), out, context);
                  return true;
                });
    return out.toString(ISO_8859_1);
  }

  /** Somebody may have chosen one that said nothing, of thousands. */
  @Test
  void savingWhatFewSaidTellsHowFarItIsAndSoCanBeCancelled() throws Exception {
    Transcript transcript = transcript(true);
    byte[] line = ("x".repeat(1000) + "\n").getBytes(ISO_8859_1);
    for (int i = 0; i < 5000; i++) {
      transcript.add(Direction.IN, 1, line, 0, line.length);
    }
    Wanted nobody = new Wanted(Set.of(), Set.of(2));
    Job<Boolean> job =
        transcripts
            .jobs()
            .start(
                context -> {
                  OutputStream out = OutputStream.nullOutputStream();
                  TranscriptExport.text(transcript, nobody, ISO_8859_1, _ -> "", out, context);
                  return true;
                });
    assertThat(job.await()).isInstanceOf(Outcome.Done.class);
    assertThat(job.progress().done()).isPositive();
  }

  @Test
  void savedTextHasALineForEachRowAndNothingRaw() throws Exception {
    Transcript transcript = transcript(true);
    transcript.event(0, "connected");
    transcript.failure(0, "slow");
    add(transcript, Direction.OUT, "ask\r\n");
    add(transcript, Direction.IN, "\u001b[2Jgr\u00fcn\nlast".getBytes(ISO_8859_1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean _ =
        transcripts
            .jobs()
            .run(
                context -> {
                  TranscriptExport.text(
                      transcript, Wanted.ALL, ISO_8859_1, _ -> "bob", out, context);
                  return true;
                });
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT.*Z  bob  ·  connected");
    assertThat(lines.get(2)).endsWith("  bob  ✕  slow");
    assertThat(lines.get(3)).endsWith("  bob  →  ask\\r");
    assertThat(lines.get(4)).endsWith("  bob  ←  \\x1b[2Jgrün");
    assertThat(lines.get(5)).endsWith("  bob  ←  last");
  }
}
