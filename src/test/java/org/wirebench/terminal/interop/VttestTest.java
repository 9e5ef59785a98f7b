package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.terminal.interop.Vttest.Shown;

/**
 * vttest is gone through as somebody would. Its screens are kept in files, each of which was read
 * and holds what vttest says should be seen; docs/terminal.md has what is not as it says.
 */
@Tag("interop")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class VttestTest {
  private static final String FOLDER = "vttest/";
  private static final Path SOURCES =
      Path.of(
          System.getProperty("wirebench.basedir", ""),
          "src/test/resources/org/wirebench/terminal/interop/vttest");

  @TempDir private Path folder;

  /** The numbers are those of its menus. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "2", "3-8", "3-9", "3-10", "3-11", "6-1", "6-2", "6-3", "6-4", "6-5", "6-6", "6-7", "8"
      })
  void itsScreensAreThoseThatWereRead(String menu) throws IOException {
    String screens = kept(run(menu));
    if (System.getProperty("wirebench.vttest", "").equals("write")) {
      Files.createDirectories(SOURCES);
      Files.writeString(SOURCES.resolve(menu + ".txt"), screens);
    } else {
      assertThat(screens)
          .as("menu %s; -Dwirebench.vttest=write writes the screens anew", menu)
          .isEqualTo(read(menu));
    }
  }

  private static List<Shown> run(String menu) throws IOException {
    try (Vttest vttest = Vttest.start()) {
      return vttest.run(Arrays.stream(menu.split("-", -1)).mapToInt(Integer::parseInt).toArray());
    }
  }

  private static String kept(List<Shown> screens) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < screens.size(); i++) {
      all.append("==== screen " + (i + 1) + "\n" + screens.get(i).screen());
    }
    return all.toString();
  }

  private static String read(String menu) throws IOException {
    String file = FOLDER + menu + ".txt";
    try (InputStream in =
        Objects.requireNonNull(VttestTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** But for lines of double width, which xterm.js has not. */
  @Test
  void theOtherTerminalShowsTheSame() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    int compared = 0;
    try (Oracle oracle = Oracle.start(folder)) {
      for (String menu : List.of("1", "2", "8")) {
        List<Shown> screens = run(menu);
        for (int i = 0; i < screens.size(); i++) {
          Shown shown = screens.get(i);
          if (shown.screen().contains("DOUBLE")) {
            continue;
          }
          compared++;
          softly
              .assertThat(shown.seen().differences(oracle.show(24, 80, shown.stream())))
              .as("menu %s, screen %d", menu, i + 1)
              .isEmpty();
        }
      }
    }
    softly.assertAll();
    assertThat(compared).isGreaterThan(30);
  }
}
