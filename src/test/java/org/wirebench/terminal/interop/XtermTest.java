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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.text.Unicode;
import org.wirebench.terminal.engine.Terminal;

/**
 * The same bytes for our terminal and for xterm. Where both are known to differ, that is asserted
 * of both: docs/terminal.md has the list.
 */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class XtermTest {
  private static final int STREAMS = 10_000;
  private static final int PARTS = 40;
  private static final int TOLD = 5;

  /** So many streams are of one size, since a window takes its time. */
  private static final int OF_ONE_SIZE = 20;

  private static final int SOME = 2 * OF_ONE_SIZE;
  private static final int LOOKS = 4;
  private static final List<String> SESSIONS =
      List.of("vim", "less", "htop", "tmux", "mc", "ls", "progress");

  private static final Pattern SIZED = Pattern.compile("(\\d+)x(\\d+) (.*)");

  private @Nullable Xterm started;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    started = Xterm.start(folder);
  }

  @AfterAll
  void end() throws IOException {
    if (started != null) {
      started.close();
    }
  }

  private Xterm xterm() {
    return Objects.requireNonNull(started);
  }

  /** A stream for a screen of some size, written such that it can be read. */
  private record Sized(int rows, int columns, String stream) {
    static Sized of(String text) {
      Matcher matcher = SIZED.matcher(text);
      assertThat(matcher.matches()).as(text).isTrue();
      String stream =
          matcher
              .group(3)
              .replace("^[", "\033")
              .replace("^N", "\016")
              .replace("^O", "\017")
              .replace("^H", "\b")
              .replace("^I", "\t")
              .replace("^J", "\r\n")
              .replace("^?", "\177");
      return new Sized(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          "\033[?2027l" + stream);
    }

    Seen ours() {
      Terminal terminal = new Terminal(rows, columns, 0, _ -> {});
      byte[] bytes = stream.getBytes(UTF_8);
      terminal.feed(bytes, 0, bytes.length);
      return XtermCells.of(terminal.view());
    }

    Seen theirs(Xterm xterm) throws IOException {
      Seen seen = xterm.show(rows, columns, stream);
      if (stream.codePoints().noneMatch(c -> Unicode.width(c) == 2)) {
        assertThat(seen.rows()).as(stream).noneMatch(row -> row.contains(Seen.ANYTHING));
      }
      return seen;
    }

    String differences(Xterm xterm) throws IOException {
      return ours().differences(theirs(xterm));
    }
  }

  /** Random parts of a stream, and the size of the screen for it. */
  private record Parts(int rows, int columns, List<String> parts) {
    static Parts of(int seed) {
      Random size = new Random(seed / OF_ONE_SIZE);
      int rows = 2 + size.nextInt(9);
      int columns = 4 + size.nextInt(17);
      return new Parts(rows, columns, new XtermStreams(seed, rows, columns).next(PARTS));
    }

    Sized whole() {
      return new Sized(rows, columns, String.join("", parts));
    }

    /** Without all parts that make no difference. */
    Sized shrunk(Xterm xterm) throws IOException {
      List<String> some = new ArrayList<>(parts);
      for (int i = some.size() - 1; i >= 0; i--) {
        String part = some.remove(i);
        if (new Sized(rows, columns, String.join("", some)).differences(xterm).isEmpty()) {
          some.add(i, part);
        }
      }
      return new Sized(rows, columns, String.join("", some));
    }
  }

  @Test
  void randomStreamsShowTheSame() throws IOException {
    List<String> differences = new ArrayList<>();
    Xterm xterm = xterm();
    for (int seed = 0; seed < STREAMS && differences.size() < TOLD; seed++) {
      Parts parts = Parts.of(seed);
      if (!parts.whole().differences(xterm).isEmpty()) {
        Sized sized = parts.shrunk(xterm);
        String stream = sized.stream.replace("\033", "^[");
        differences.add(seed + ": " + stream + "\n" + sized.differences(xterm));
      }
    }
    assertThat(differences).isEmpty();
  }

  /** Nothing of a stream is there for the next one: in another order each shows the same. */
  @Test
  void nothingStaysOfAStream() throws IOException {
    Xterm xterm = xterm();
    List<Seen> first = new ArrayList<>();
    for (int seed = 0; seed < SOME; seed++) {
      first.add(Parts.of(seed).whole().theirs(xterm));
    }
    for (int seed = SOME - 1; seed >= 0; seed--) {
      Seen again = Parts.of(seed).whole().theirs(xterm);
      assertThat(again).as("%d", seed).isEqualTo(first.get(seed));
    }
  }

  /** What programs wrote to a terminal of 24 by 80, some of the way and at its end. */
  @Test
  void recordedSessionsShowTheSame() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    Xterm xterm = xterm();
    for (String name : SESSIONS) {
      String session = read("sessions/" + name + ".vt");
      for (int look = 1; look <= LOOKS; look++) {
        String part = session.substring(0, session.length() * look / LOOKS);
        softly
            .assertThat(new Sized(24, 80, "\033[?2027l" + part).differences(xterm))
            .as("%s, part %d of %d", name, look, LOOKS)
            .isEmpty();
      }
    }
    softly.assertAll();
  }

  /** The list has the reasons; here are both screens, as far as they matter. */
  @Test
  void whatTheListSaysIsSo() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    Xterm xterm = xterm();
    String version = xterm.version();
    for (String[] row : rows("xterm-same.txt", 2)) {
      softly
          .assertThat(Sized.of(row[1]).differences(xterm))
          .as("%s, %s", row[0], version)
          .isEmpty();
    }
    for (String[] row : rows("xterm-other.txt", 4)) {
      Sized sized = Sized.of(row[1]);
      softly.assertThat(row[2]).as(row[0]).isNotEqualTo(row[3]);
      softly.assertThat(sized.ours().words()).as("%s, ours", row[0]).isEqualTo(row[2]);
      softly
          .assertThat(sized.theirs(xterm).words())
          .as("%s, %s", row[0], version)
          .isEqualTo(row[3]);
    }
    softly.assertAll();
  }

  /**
   * xterm has mode 1045 since patch 383, which imitates there what mode 45 was before patch 380, as
   * its log of changes says: so either mode of xterm is that one.
   */
  @Test
  void theCursorGoesBackOverAllRowsAsThere() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    Xterm xterm = xterm();
    String mode = xterm.ask("\033[?1045$p").equals("\033[?1045;0$y") ? "45" : "1045";
    for (String[] row : rows("xterm-back.txt", 2)) {
      Sized sized = Sized.of(row[1]);
      String stream = sized.stream.replace("1045", mode);
      Seen theirs = xterm.show(sized.rows, sized.columns, stream);
      softly.assertThat(sized.ours().differences(theirs)).as(row[0]).isEmpty();
    }
    softly.assertAll();
  }

  /** The rows of a list: what it is, a stream, and perhaps what both show. */
  private static List<String[]> rows(String file, int columns) throws IOException {
    List<String[]> rows =
        read(file)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split(" +:: +", -1))
            .toList();
    assertThat(rows).as(file).isNotEmpty().allMatch(row -> row.length == columns);
    return rows;
  }

  private static String read(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(XtermTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
