package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.terminal.engine.Terminal;

/**
 * The same bytes for our terminal and for xterm.js. Where both are known to differ, the streams
 * keep clear: docs/terminal.md has the list.
 */
@Tag("interop")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TerminalOracleTest {
  private static final int STREAMS = 10_000;
  private static final int PARTS = 40;
  private static final int TOLD = 5;
  private static final int LOOKS = 20;
  private static final List<String> SESSIONS =
      List.of("vim", "less", "htop", "tmux", "mc", "ls", "progress", "emoji");

  @TempDir private Path folder;

  @Test
  void tenThousandStreamsShowTheSame() throws Exception {
    List<String> differences = new ArrayList<>();
    try (Oracle oracle = Oracle.start(folder)) {
      for (long seed = 0; seed < STREAMS && differences.size() < TOLD; seed++) {
        Random size = new Random(seed);
        int rows = 2 + size.nextInt(9);
        int columns = 4 + size.nextInt(17);
        Streams streams = new Streams(seed, rows, columns);
        String stream = String.join("", streams.next(PARTS));
        Seen ours = ours(rows, columns, stream);
        Seen theirs = oracle.show(rows, columns, stream);
        if (streams.hasWide()) {
          // Half of a wide character that is left looks as the cursor does, there.
          ours = ours.withoutLooksOfBlanks();
          theirs = theirs.withoutLooksOfBlanks();
        }
        String difference = ours.differences(theirs);
        if (!difference.isEmpty()) {
          differences.add(seed + ": " + stream.replace("\033", "^[") + "\n" + difference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * What programs wrote to a terminal of 24 by 80, each part of it as far as it goes: somebody
   * looks while it comes.
   */
  @Test
  void recordedSessionsShowTheSame() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (Oracle oracle = Oracle.start(folder)) {
      for (String name : SESSIONS) {
        String session = "\033[?2027l" + session(name);
        for (int part = 1; part <= LOOKS; part++) {
          int end = session.length() * part / LOOKS;
          String stream = session.substring(0, end);
          softly
              .assertThat(ours(24, 80, stream).differences(oracle.show(24, 80, stream)))
              .as("%s, part %d of %d", name, part, LOOKS)
              .isEmpty();
        }
      }
    }
    softly.assertAll();
  }

  private static String session(String name) throws IOException {
    String file = "sessions/" + name + ".vt";
    try (InputStream in =
        Objects.requireNonNull(TerminalOracleTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Seen ours(int rows, int columns, String stream) {
    Terminal terminal = new Terminal(rows, columns, 0, _ -> {});
    byte[] bytes = stream.getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
    return Seen.of(terminal.view());
  }
}
