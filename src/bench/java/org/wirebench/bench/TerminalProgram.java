package org.wirebench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.RealDisplay;

/**
 * A terminal with a window of 40 rows and 120 columns.
 *
 * @param command starts it; the command that is to run in it goes behind
 */
record TerminalProgram(String name, List<String> command) {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(150);
  private static final String GEOMETRY = TerminalStreams.COLUMNS + "x" + TerminalStreams.ROWS;

  /**
   * Writes a file to the terminal, a quarter of it once before, and then asks where the cursor is:
   * the answer comes when all of it was understood.
   */
  private static final String WRITER =
      """
      import os, sys, time, tty
      time.sleep(1)
      data = open(sys.argv[1], 'rb').read()
      quarter = len(data) // 4
      whole = max(data.rfind(b'\\x1b', 0, quarter), data.rfind(b'\\n', 0, quarter) + 1)
      data = memoryview(data)
      tty.setraw(0)
      def write(part):
          at = 0
          while at < len(part):
              at += os.write(1, part[at:at + 65536])
          os.write(1, b'\\x1b[6n')
          answer = b''
          while not answer.endswith(b'R'):
              answer += os.read(0, 64)
          return int(answer.split(b'[')[-1].split(b';')[0])
      write(data[:whole])
      start = time.time()
      row = write(data)
      seconds = time.time() - start
      size = os.get_terminal_size(1)
      with open(sys.argv[2] + '.part', 'w') as result:
          result.write('%f %d %d %d' % (seconds, size.lines, size.columns, row))
      os.rename(sys.argv[2] + '.part', sys.argv[2])
      """;

  static TerminalProgram ours() {
    return new TerminalProgram("ours", ChildJvm.onDisplay(TerminalWindow.class));
  }

  static List<TerminalProgram> peers() {
    String columns = Integer.toString(TerminalStreams.COLUMNS);
    String rows = Integer.toString(TerminalStreams.ROWS);
    return List.of(
        new TerminalProgram("xterm", List.of("xterm", "-geometry", GEOMETRY, "-e")),
        new TerminalProgram("pterm", List.of("pterm", "-geometry", GEOMETRY, "-e")),
        new TerminalProgram(
            "kitty",
            List.of(
                "kitty",
                "--config=NONE",
                "--override=initial_window_width=" + columns + "c",
                "--override=initial_window_height=" + rows + "c",
                "--override=remember_window_size=no")),
        new TerminalProgram(
            "alacritty",
            List.of(
                "alacritty",
                "--option=window.dimensions.columns=" + columns,
                "--option=window.dimensions.lines=" + rows,
                "-e")));
  }

  /**
   * How many seconds it takes for a file; empty when it does not start or does not end.
   *
   * @param scrolls whether the cursor is in the last row after it
   */
  OptionalDouble seconds(RealDisplay display, Path folder, Path file, boolean scrolls)
      throws Exception {
    Path writer = Files.writeString(folder.resolve("writer.py"), WRITER);
    Path result = folder.resolve("result");
    Files.deleteIfExists(result);
    List<String> all =
        Stream.concat(
                command.stream(),
                Stream.of("python3", writer.toString(), file.toString(), result.toString()))
            .toList();
    try (Peer terminal = display.start(Map.of("LIBGL_ALWAYS_SOFTWARE", "1"), all)) {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (terminal.isAlive() && !Files.exists(result) && System.nanoTime() < end) {
        JobClock.system().pause(LOOK);
      }
    }
    return Files.exists(result)
        ? OptionalDouble.of(checked(Files.readString(result), scrolls))
        : OptionalDouble.empty();
  }

  private double checked(String result, boolean scrolls) {
    String[] said = result.split(" ");
    String size = said[2] + "x" + said[1];
    boolean atEnd = Integer.parseInt(said[3]) == TerminalStreams.ROWS;
    if (!size.equals(GEOMETRY) || (scrolls && !atEnd)) {
      throw new IllegalStateException(name + " has another size: " + result);
    }
    return Double.parseDouble(said[0]);
  }
}
