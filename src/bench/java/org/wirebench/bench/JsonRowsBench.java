package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;

/**
 * One line of JSON of 100 MB made into rows, against {@code jq} and {@code python3 -m json.tool}
 * which read it and write it nowhere: seconds, the heap, and how long a row and a fold take.
 */
public final class JsonRowsBench {
  private static final int ROUNDS = 3;
  private static final int ASKED = 20_000;
  private static final double MEGA = 1e6;

  private final Path folder;
  private final ByteStores stores;
  private final Jobs jobs;

  private JsonRowsBench(Path folder) throws IOException {
    this.folder = folder;
    this.stores = new ByteStores(folder.resolve("stores"));
    this.jobs =
        new Jobs(
            Runner.virtualThreads(),
            JobClock.system(),
            NetFailure::of,
            defect -> {
              throw new IllegalStateException(defect);
            });
  }

  /** Takes no arguments; needs jq and python3. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    JsonRowsBench bench = new JsonRowsBench(folder);
    try {
      Table.head();
      bench.run();
    } finally {
      bench.stores.close();
    }
  }

  private void run() throws Exception {
    Path file = folder.resolve("one-line.json");
    ByteStore store = OneLine.create(stores, file);
    double seconds = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      seconds = Math.min(seconds, index(store, i == 0));
    }
    double jq = Peer.secondsToRead(file, "jq", ".");
    double python = Peer.secondsToRead(file, "python3", "-m", "json.tool");
    Table.row("100 MB in one line: seconds, vs jq .", seconds, jq);
    Table.row("100 MB in one line: seconds, vs python3 -m json.tool", seconds, python);
    store.close();
    Files.delete(file);
  }

  private double index(ByteStore store, boolean print) throws Exception {
    long before = HeapMeter.collected();
    HeapMeter heap = new HeapMeter();
    long start = System.nanoTime();
    try (JsonRows rows = new JsonRows(store, UTF_8, stores)) {
      Job<Boolean> job =
          jobs.start(
              JobSpec.named("index", "bench"),
              context -> {
                rows.finish(context);
                return true;
              });
      Outcome<Boolean> outcome = job.await();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!(outcome instanceof Outcome.Done)) {
        throw new IllegalStateException("the document is not taken in: " + outcome);
      }
      if (print) {
        Table.row("rows", (double) rows.size());
        Table.row("largest heap growth, garbage and all, MB", (heap.peak() - before) / MEGA);
        Table.row("heap growth after a full collection, MB", growth(before));
        ask(rows);
      }
      return seconds;
    }
  }

  private static double growth(long before) {
    return (HeapMeter.collected() - before) / MEGA;
  }

  private static void ask(JsonRows rows) throws IOException {
    Random random = new Random(1);
    double first = millisOfFold(rows, 1);
    Table.row("the first folding of a level, ms", first);
    Table.row("a row of the folded, mean of 20,000, ms", meanRow(rows, random));
    rows.folding().unfoldAll();
    Table.row("a row anywhere, mean of 20,000, ms", meanRow(rows, random));
    Table.row("a row anywhere, the slowest of 20,000, ms", slowest(rows, random));
    long start = System.nanoTime();
    rows.write(OutputStream.nullOutputStream());
    Table.row("written as rows, seconds", (System.nanoTime() - start) / 1e9);
  }

  private static double millisOfFold(JsonRows rows, int level) throws IOException {
    long start = System.nanoTime();
    rows.folding().foldFrom(level);
    if (rows.size() == 0) {
      throw new IllegalStateException("nothing is left");
    }
    return (System.nanoTime() - start) / MEGA;
  }

  private static double meanRow(JsonRows rows, Random random) throws IOException {
    long start = System.nanoTime();
    long chars = 0;
    for (int i = 0; i < ASKED; i++) {
      chars += rows.row(random.nextLong(rows.size())).text().length();
    }
    if (chars == 0) {
      throw new IllegalStateException("empty rows");
    }
    return (System.nanoTime() - start) / MEGA / ASKED;
  }

  private static double slowest(JsonRows rows, Random random) throws IOException {
    long most = 0;
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      var _ = rows.row(random.nextLong(rows.size()));
      most = Math.max(most, System.nanoTime() - start);
    }
    return most / MEGA;
  }
}
