package org.wirebench.bench;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/**
 * How fast the wire log records, against the least that anybody could do with the same bytes: write
 * them to a file through a buffer, with no time, no connection, no limit and no reader.
 */
public final class WireLogBench {
  private static final int ROUNDS = 4;
  private static final byte[] SMALL = new byte[100];
  private static final byte[] LARGE = new byte[256 * 1024];
  private static final long SMALL_EVENTS = 5_000_000;
  private static final long LARGE_EVENTS = 4_000;

  private final Path folder;

  private WireLogBench(Path folder) {
    this.folder = folder;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("wirebench-bench");
    try {
      new WireLogBench(folder).run();
    } finally {
      Files.delete(folder);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private void run() throws IOException {
    print("", "ours", "peer", "ratio");
    double[] ours = new double[4];
    double[] peer = new double[2];
    double[] stall = new double[2];
    for (int round = 0; round < ROUNDS; round++) {
      ours[0] = Math.max(ours[0], SMALL_EVENTS / warm().record(SMALL, SMALL_EVENTS));
      peer[0] = Math.max(peer[0], SMALL_EVENTS / warm().file(SMALL, SMALL_EVENTS));
      ours[1] = Math.max(ours[1], LARGE_EVENTS / warm().record(LARGE, LARGE_EVENTS));
      peer[1] = Math.max(peer[1], LARGE_EVENTS / warm().file(LARGE, LARGE_EVENTS));
      ours[2] = Math.max(ours[2], SMALL_EVENTS / warm().store(SMALL, SMALL_EVENTS));
      ours[3] = Math.max(ours[3], LARGE_EVENTS / warm().store(LARGE, LARGE_EVENTS));
      stall[0] = Math.max(stall[0], longestStall(SMALL, SMALL_EVENTS));
      stall[1] = Math.max(stall[1], longestStall(LARGE, LARGE_EVENTS));
    }
    double megabytes = LARGE.length / 1e6;
    line("wire log, 100-byte events, events/s", ours[0], peer[0]);
    line("wire log, 256 KiB events, MB/s", ours[1] * megabytes, peer[1] * megabytes);
    line("byte store, 100-byte appends, appends/s", ours[2], peer[0]);
    line("byte store, 256 KiB appends, MB/s", ours[3] * megabytes, peer[1] * megabytes);
    print("longest stall, 100-byte events, ms", format(stall[0]), "", "");
    print("longest stall, 256 KiB events, ms", format(stall[1]), "", "");
    search();
  }

  /** Whoever comes first would find the memory of the page cache cold, and be slower for it. */
  private WireLogBench warm() throws IOException {
    file(LARGE, LARGE_EVENTS);
    return this;
  }

  private static void line(String what, double ours, double peer) {
    print(what, format(ours), format(peer), String.format(Locale.ROOT, "%.2f", ours / peer));
  }

  private static String format(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%,.1f" : "%,.0f", number);
  }

  private static void print(String what, String ours, String peer, String ratio) {
    System.out.printf("%-42s %14s %14s %8s%n", what, ours, peer, ratio);
  }

  private double record(byte[] payload, long events) throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system())) {
      WireTap tap = log.open("bench", "bench", Carrier.TCP, null, null, true);
      double seconds =
          seconds(
              () -> {
                for (long i = 0; i < events; i++) {
                  tap.sent(payload, 0, payload.length);
                }
              });
      check(log, events, payload.length);
      return seconds;
    }
  }

  private static void check(WireLog log, long events, int length) {
    long expected = events * Math.max(1, (length + (1 << 20) - 1) / (1 << 20)) + 1;
    if (log.end() != expected || log.trouble().isPresent()) {
      throw new IllegalStateException(log.end() + " events instead of " + expected);
    }
  }

  private double longestStall(byte[] payload, long events) throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system())) {
      WireTap tap = log.open("bench", "bench", Carrier.TCP, null, null, true);
      long longest = 0;
      for (long i = 0; i < events; i++) {
        long start = System.nanoTime();
        tap.sent(payload, 0, payload.length);
        longest = Math.max(longest, System.nanoTime() - start);
      }
      return longest / 1e6;
    }
  }

  private double store(byte[] payload, long appends) throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        ByteStore store = stores.create()) {
      return seconds(
          () -> {
            for (long i = 0; i < appends; i++) {
              store.append(payload, 0, payload.length);
            }
          });
    }
  }

  private double file(byte[] payload, long writes) throws IOException {
    // A new file: closing one that was emptied before waits for the disk on some file systems.
    Path file = folder.resolve("peer.bytes");
    try {
      return seconds(
          () -> {
            try (OutputStream out =
                new BufferedOutputStream(new FileOutputStream(file.toFile()), 64 * 1024)) {
              for (long i = 0; i < writes; i++) {
                out.write(payload, 0, payload.length);
              }
            }
          });
    } finally {
      Files.delete(file);
    }
  }

  private void search() throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system())) {
      WireTap tap = log.open("bench", "bench", Carrier.TCP, null, null, true);
      for (long i = 0; i < SMALL_EVENTS; i++) {
        tap.sent(SMALL, 0, SMALL.length);
      }
      WireFilter filter = WireFilter.ALL.withText("not there");
      double seconds = seconds(() -> log.forEach(0, log.end(), filter, found -> check(log, 0, 0)));
      print("search of all, events/s", format((log.end() - log.first()) / seconds), "", "");
    }
  }
}
