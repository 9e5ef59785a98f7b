package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

  @TempDir private Path folder;

  @Test
  void tenThousandStreamsShowTheSame() throws Exception {
    List<String> differences = new ArrayList<>();
    try (Oracle oracle = Oracle.start(folder)) {
      for (long seed = 0; seed < STREAMS && differences.size() < TOLD; seed++) {
        Random size = new Random(seed);
        int rows = 2 + size.nextInt(9);
        int columns = 4 + size.nextInt(17);
        String stream = new Streams(seed, rows, columns).next(PARTS);
        String difference =
            ours(rows, columns, stream).differences(oracle.show(rows, columns, stream));
        if (!difference.isEmpty()) {
          differences.add(seed + ": " + stream.replace("\033", "^[") + "\n" + difference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Seen ours(int rows, int columns, String stream) {
    Terminal terminal = new Terminal(rows, columns, 0, _ -> {});
    byte[] bytes = stream.getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
    return Seen.of(terminal.view());
  }
}
