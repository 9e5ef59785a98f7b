package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/**
 * How fast the terminal takes what programs write, with no screen, against xterm.js with no screen
 * on the same bytes; what a full scrollback takes of the heap; and how long it takes to look at a
 * large one. Needs npm, which fetches the peer.
 */
public final class TerminalBench {
  private static final int ROWS = TerminalStreams.ROWS;
  private static final int COLUMNS = TerminalStreams.COLUMNS;
  private static final int PORTION = 64 * 1024;
  private static final int LINES = 100_000;
  private static final int MANY_LINES = 1_000_000;
  private static final int LOOKS = 2000;

  private static final String PEER =
      """
      const { Terminal } = require('@xterm/headless');
      const data = require('fs').readFileSync(process.argv[1]);
      const terminal = new Terminal({ rows: 40, cols: 120, scrollback: 10000, allowProposedApi: true });
      const write = (from, to) => new Promise(done => terminal.write(data.subarray(from, to), done));
      (async () => {
        await write(0, data.length >> 2);
        const start = process.hrtime.bigint();
        for (let at = 0; at < data.length; at += 65536) await write(at, at + 65536);
        console.log(data.length / 1e6 / (Number(process.hrtime.bigint() - start) / 1e9));
      })();
      """;

  private TerminalBench() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    try {
      install(folder);
      Table.head();
      throughput(folder);
      try (ByteStores stores = new ByteStores(folder.resolve("stores"))) {
        scrollback("plain", stores, random -> words(random, false));
        scrollback("coloured", stores, random -> words(random, true));
        scrollback("a colour for each cell", stores, TerminalBench::colors);
        looks("plain", stores, random -> words(random, false));
        looks("CJK", stores, random -> "漢字かな交じり文".repeat(1 + random.nextInt(7)));
      }
    } finally {
      delete(folder);
    }
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{}");
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "@xterm/headless@6.0.0")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (npm.waitFor() != 0) {
      throw new IOException("npm install ended with " + npm.exitValue());
    }
  }

  private static void throughput(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> stream : TerminalStreams.all().entrySet()) {
      Path file = Files.write(folder.resolve("stream"), stream.getValue());
      Table.row(
          stream.getKey() + ", MB/s, vs xterm.js", ours(stream.getValue()), peer(folder, file));
    }
  }

  private static double ours(byte[] stream) {
    feed(stream, stream.length / 4);
    long start = System.nanoTime();
    feed(stream, stream.length);
    return stream.length / 1e6 / ((System.nanoTime() - start) / 1e9);
  }

  private static Terminal feed(byte[] stream, int length) {
    Terminal terminal = new Terminal(ROWS, COLUMNS, Terminal.USUAL_SCROLLBACK, _ -> {});
    for (int at = 0; at < length; at += PORTION) {
      terminal.feed(stream, at, Math.min(length, at + PORTION));
    }
    return terminal;
  }

  private static double peer(Path folder, Path file) throws IOException {
    Process node =
        new ProcessBuilder("node", "-e", PEER, file.toString())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = node.inputReader(UTF_8)) {
      return Double.parseDouble(Objects.requireNonNull(said.readLine(), "node said nothing"));
    }
  }

  /** What a full scrollback of this many lines takes. */
  private static void scrollback(String kind, ByteStores stores, Function<Random, String> line)
      throws IOException {
    Random random = new Random(5);
    // What was dropped a moment ago goes with the second collection.
    long before = Math.min(HeapMeter.collected(), HeapMeter.collected());
    try (Terminal terminal = new Terminal(ROWS, COLUMNS, LINES, stores, _ -> {})) {
      for (int i = 0; i < LINES + ROWS; i++) {
        feedLine(terminal, line.apply(random));
      }
      double grown = (HeapMeter.collected() - before) / 1e6;
      String lines = String.format("%,d lines of 120 columns", terminal.view().scrollback());
      Table.row(lines + ", " + kind + ": heap, MB", grown);
      Table.row("  by its own count, MB", terminal.view().scrollbackHeap() / 1e6);
      Table.row("  in files, MB", terminal.view().scrollbackOnDisk() / 1e6);
    }
  }

  private static void feedLine(Terminal terminal, String line) {
    byte[] bytes = (line + "\r\n").getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
  }

  private static String words(Random random, boolean colored) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 12; word++) {
      text.append(colored ? "\033[3" + random.nextInt(8) + "m" : "");
      text.append(String.format("%09d ", random.nextInt(1_000_000_000)));
    }
    return text.append(colored ? "\033[0m" : "").toString();
  }

  private static String colors(Random random) {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < COLUMNS; cell++) {
      text.append(random.nextBoolean() ? "\033[38" : "\033[48").append(";2;");
      text.append(random.nextInt(256) + ";" + random.nextInt(256) + ";" + random.nextInt(256));
      text.append('m').append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** How long a view waits that shows any rows of very many, in and out of files. */
  private static void looks(String kind, ByteStores stores, Function<Random, String> line)
      throws IOException {
    Random random = new Random(6);
    try (Terminal terminal = new Terminal(ROWS, COLUMNS, Terminal.UNLIMITED, stores, _ -> {})) {
      for (int i = 0; i < MANY_LINES; i++) {
        feedLine(terminal, line.apply(random));
      }
      String lines = String.format("%,d lines, %s: ", MANY_LINES, kind);
      for (int look = 0; look < LOOKS; look++) {
        look(terminal, random);
      }
      long start = System.nanoTime();
      for (int look = 0; look < LOOKS; look++) {
        look(terminal, random);
      }
      Table.row(lines + "any 40 rows, ms", (System.nanoTime() - start) / 1e6 / LOOKS);
      terminal.resize(ROWS, COLUMNS / 2);
      start = System.nanoTime();
      look(terminal, random);
      Table.row("  when the width has changed, ms", (System.nanoTime() - start) / 1e6);
    }
  }

  private static void look(Terminal terminal, Random random) {
    ScreenView view = terminal.view();
    Row row = new Row();
    int first = random.nextInt(view.scrollback());
    for (int i = 0; i < ROWS; i++) {
      view.read(first + i, row);
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    }
  }
}
