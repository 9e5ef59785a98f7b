package org.wirebench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.RealDisplay;

/**
 * How fast a window with a terminal takes what programs write, against the windows of others on the
 * same display; and how ours reacts meanwhile. Each run is a process of its own. The display is
 * Xvfb, so all of them compute their pixels without a graphics card. Needs openbox, xterm, pterm
 * and Python; kitty and alacritty where they start.
 */
public final class TerminalViewBench {
  private static final int RUNS = 3;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Set<String> SCROLLING =
      Set.of(TerminalStreams.PLAIN, TerminalStreams.COLORED, TerminalStreams.CJK);

  private final Path folder;
  private final RealDisplay display;
  private final List<TerminalProgram> programs = new ArrayList<>();

  private TerminalViewBench(Path folder, RealDisplay display) {
    this.folder = folder;
    this.display = display;
    programs.add(TerminalProgram.ours());
    programs.addAll(TerminalProgram.peers());
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    try (RealDisplay display = new RealDisplay(folder)) {
      Table.head();
      new TerminalViewBench(folder, display).run();
    } finally {
      TerminalBench.delete(folder);
    }
  }

  private void run() throws Exception {
    Map<String, Path> files = new LinkedHashMap<>();
    SequencedMap<String, byte[]> streams = TerminalStreams.all();
    streams.remove(TerminalStreams.COLOR_EACH);
    for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
      Path file = folder.resolve("stream" + files.size());
      files.put(stream.getKey(), Files.write(file, stream.getValue()));
    }
    Path plain = Objects.requireNonNull(files.get(TerminalStreams.PLAIN));
    reactions(plain, Objects.requireNonNull(files.get(TerminalStreams.COLORED)));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      throughput(file.getKey(), file.getValue());
    }
  }

  private void reactions(Path plain, Path colored) throws Exception {
    List<String> command =
        ChildJvm.onDisplay(TerminalReactions.class, plain.toString(), colored.toString());
    try (Peer window = display.start(Map.of(), command)) {
      while (window.isAlive()) {
        JobClock.system().pause(LOOK);
      }
      System.out.print(window.output());
      System.err.print(window.errors());
      if (window.awaitEnd() != 0) {
        throw new IllegalStateException("the window was not measured to the end");
      }
    }
  }

  /** In turn, so that what else this machine does falls on all of them. */
  private void throughput(String what, Path file) throws Exception {
    SequencedMap<String, List<Double>> speeds = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      for (TerminalProgram program : programs) {
        OptionalDouble seconds = program.seconds(display, folder, file, SCROLLING.contains(what));
        if (seconds.isPresent()) {
          speeds
              .computeIfAbsent(program.name(), _ -> new ArrayList<>())
              .add(Files.size(file) / 1e6 / seconds.getAsDouble());
        } else {
          System.out.println(program.name() + " gave no figure for " + what);
        }
      }
    }
    List<Double> ours = speeds.remove(programs.getFirst().name());
    if (ours == null) {
      throw new IllegalStateException("no figure of ours for " + what);
    }
    speeds.forEach(
        (peer, theirs) ->
            Table.row(what + ", MB/s, vs " + peer, Median.of(ours), Median.of(theirs)));
  }
}
