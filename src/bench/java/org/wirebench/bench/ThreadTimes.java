package org.wirebench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor time of each thread of a process, as Linux counts it. The sum for a process that
 * Java knows comes in steps of ten milliseconds, which is much where nothing happens.
 *
 * @param taken when, on the clock of {@link System#nanoTime()}
 * @param used the nanoseconds on a processor, by the folder of the thread
 */
record ThreadTimes(long taken, Map<Path, Long> used) {
  static ThreadTimes of(long process) throws IOException {
    long now = System.nanoTime();
    Map<Path, Long> used = new HashMap<>();
    for (Path thread : threads(Path.of("/proc", Long.toString(process), "task"))) {
      try {
        String times = Files.readString(thread.resolve("schedstat"));
        used.put(thread, Long.valueOf(times.substring(0, times.indexOf(' '))));
      } catch (IOException ended) {
        // Threads come and go.
      }
    }
    if (used.isEmpty()) {
      throw new IOException("this kernel does not tell the times of process " + process);
    }
    return new ThreadTimes(now, used);
  }

  private static List<Path> threads(Path tasks) throws IOException {
    try (Stream<Path> threads = Files.list(tasks)) {
      return threads.toList();
    }
  }

  /** What was used since, in per cent of a core; what a thread used that has ended is missing. */
  double percentSince(ThreadTimes before) {
    long sum = 0;
    for (var thread : used.entrySet()) {
      sum += thread.getValue() - before.used.getOrDefault(thread.getKey(), 0L);
    }
    return 100.0 * sum / (taken - before.taken);
  }
}
