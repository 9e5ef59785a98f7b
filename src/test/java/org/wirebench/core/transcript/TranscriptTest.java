package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.testkit.TestTranscripts.add;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.TestTranscripts;

class TranscriptTest {
  @RegisterExtension private final TestTranscripts transcripts = new TestTranscripts();

  private Transcript transcript(boolean stream) {
    return transcripts.transcript(stream);
  }

  private static List<String> text(Rows rows) throws IOException {
    List<String> all = new ArrayList<>();
    for (long i = 0; i < rows.size(); i++) {
      TranscriptRow row = rows.row(i);
      all.add(row.exchange().direction() + " " + new String(row.bytes(), UTF_8));
    }
    return all;
  }

  @Test
  void aLineGoesOnFromOnePieceOfAStreamToTheNext() throws IOException {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "hel");
    add(transcript, Direction.IN, "lo\nwor");
    add(transcript, Direction.IN, "ld");
    assertThat(text(transcript.textRows())).containsExactly("IN hello", "IN world");
  }

  @Test
  void theLastLineGrowsWhileItIsRead() throws IOException {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "hel");
    assertThat(text(transcript.textRows())).containsExactly("IN hel");
    add(transcript, Direction.IN, "lo");
    assertThat(text(transcript.textRows())).containsExactly("IN hello");
  }

  @Test
  void aLineEndsWhereTheDirectionChanges() throws IOException {
    Transcript transcript = transcript(true);
    transcript.event(0, "connected");
    add(transcript, Direction.OUT, "ask");
    add(transcript, Direction.IN, "answer");
    assertThat(text(transcript.textRows()))
        .containsExactly("EVENT connected", "OUT ask", "IN answer");
  }

  @Test
  void aDatagramBeginsARowEvenWhenItIsEmpty() throws IOException {
    Transcript transcript = transcript(false);
    add(transcript, Direction.IN, "one");
    add(transcript, Direction.IN, "");
    add(transcript, Direction.IN, "two\nlines\n");
    assertThat(text(transcript.textRows())).containsExactly("IN one", "IN ", "IN two", "IN lines");
  }

  @Test
  void anEndlessLineIsCut() throws IOException {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "x".repeat(3 * TextRows.LONGEST + 5));
    TextRows rows = transcript.textRows();
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.row(0).bytes()).hasSize(TextRows.LONGEST);
    assertThat(rows.row(0).cut()).isTrue();
    assertThat(rows.row(3).bytes()).hasSize(5);
    assertThat(rows.row(3).cut()).isFalse();
  }

  @Test
  void hexRowsBeginAnewWithEachEntry() throws IOException {
    Transcript transcript = transcript(true);
    add(transcript, Direction.IN, "0123456789abcdefXY");
    transcript.event(0, "an event of more than sixteen bytes");
    add(transcript, Direction.OUT, "z");
    assertThat(text(transcript.hexRows()))
        .containsExactly(
            "IN 0123456789abcdef", "IN XY", "EVENT an event of more than sixteen bytes", "OUT z");
    assertThat(transcript.hexRows().row(1).opensExchange()).isFalse();
  }

  @Test
  void whatIsNotWorthKeepingIsCounted() {
    Transcript transcript = transcript(true);
    transcript.count(Direction.IN, 5);
    add(transcript, Direction.IN, "abc");
    assertThat(transcript.total(Direction.IN)).isEqualTo(8);
    assertThat(transcript.bytes().size()).isEqualTo(3);
  }

  @Test
  void recordingIntoAClosedStoreSaysSoAndGoesOnCounting() {
    Transcript transcript = transcript(true);
    transcripts.stores().close();
    byte[] large = new byte[1 << 20];
    transcript.add(Direction.IN, 0, large, 0, large.length);
    assertThat(transcript.stopped()).isNotNull();
    assertThat(transcript.total(Direction.IN)).isEqualTo(large.length);
  }

  /** Rows as they must be, cut from a whole conversation in memory. */
  private static final class Model {
    private final boolean stream;
    private final List<String> rows = new ArrayList<>();
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private boolean open;
    private Direction last = Direction.EVENT;
    private int lastParty;

    Model(boolean stream) {
      this.stream = stream;
    }

    void add(Direction direction, int party, byte[] bytes) {
      boolean goesOn =
          open
              && stream
              && direction == last
              && party == lastParty
              && direction != Direction.EVENT
              && bytes.length > 0;
      if (!goesOn) {
        end();
      }
      last = direction;
      lastParty = party;
      if (bytes.length == 0) {
        open = true;
        end();
      }
      for (byte one : bytes) {
        open = true;
        if (one == '\n') {
          end();
          continue;
        }
        row.write(one);
        if (row.size() == TextRows.LONGEST) {
          end();
        }
      }
    }

    private void end() {
      if (open) {
        rows.add(last + " " + row.toString(UTF_8));
        row.reset();
        open = false;
      }
    }

    List<String> rows() {
      end();
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void rowsAreWhatAPlainSplitGives(long seed) throws IOException {
    Random random = new Random(seed);
    boolean stream = seed % 2 == 0;
    Transcript transcript = transcript(stream);
    Model model = new Model(stream);
    for (int i = 0; i < 2000; i++) {
      Direction direction = List.of(Direction.values()).get(random.nextInt(3));
      int party = random.nextInt(2);
      byte[] bytes = new byte[lengthOf(random)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextInt(20) == 0 ? '\n' : 'a' + random.nextInt(26));
      }
      transcript.add(direction, party, bytes, 0, bytes.length);
      model.add(direction, party, bytes);
      if (random.nextInt(50) == 0 && transcript.textRows().size() > 0) {
        TranscriptRow _ = transcript.textRows().row(transcript.textRows().size() - 1);
      }
    }
    assertThat(text(transcript.textRows())).isEqualTo(model.rows());
  }

  private static int lengthOf(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> 20_000;
      default -> random.nextInt(200);
    };
  }
}
