package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirebench.core.net.Phase;
import org.wirebench.testkit.Nginx;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpResult;
import org.wirebench.tool.http.service.TestHttpLab;

/**
 * The HTTP client without its window, recorded in the wire log: a download of 1 GB from nginx
 * against curl, a hundred answers of 2 MB, and the phases of a request against {@code time_*} of
 * curl.
 */
public final class HttpBench {
  private static final long DOWNLOAD = 1_000_000_000L;
  private static final int ANSWER = 2_000_000;
  private static final int ANSWERS = 100;
  private static final int ROUNDS = 4;
  private static final int SERIES = 9;
  private static final int SAMPLES = 15;
  private static final int SOME = 10;

  /** How many requests it takes until Java has compiled most of a handshake. */
  private static final int WARM = 600;

  private static final double MEGA = 1e6;

  private final HttpHarness http;
  private final Nginx nginx;
  private final Path folder;

  private HttpBench(HttpHarness http, Nginx nginx, Path folder) {
    this.http = http;
    this.nginx = nginx;
    this.folder = folder;
  }

  /** Takes no arguments; needs nginx and curl. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    try (TestHttpLab lab = new TestHttpLab();
        HttpHarness http = new HttpHarness();
        Nginx nginx = new Nginx(folder)) {
      file(nginx.www().resolve("large.bin"), DOWNLOAD);
      file(nginx.www().resolve("answer.bin"), ANSWER);
      file(nginx.www().resolve("small.txt"), 100);
      Table.head();
      HttpBench bench = new HttpBench(http, nginx, folder);
      bench.download("HTTP/1.1", nginx.plain("/large.bin"), "", List.of());
      bench.download(
          "HTTP/2", nginx.h2c("/large.bin"), ", version: h2c", List.of("--http2-prior-knowledge"));
      bench.download("TLS", nginx.secure("/large.bin"), bench.overTls(), List.of("--http1.1"));
      bench.answers();
      bench.warm("a small file", nginx.plain("/small.txt"), "");
      bench.phases("a small file", nginx.plain("/small.txt"), "");
      bench.warm("a small file over TLS", nginx.secure("/small.txt"), bench.overTls());
      bench.phases("a small file over TLS", nginx.secure("/small.txt"), bench.overTls());
      bench.phases("an answer after 200 ms", lab.plain("/delay/0.2"), "");
      bench.phases("a second of drops", lab.plain("/drip?numbytes=5&duration=1&delay=0.1"), "");
    } finally {
      delete(folder);
    }
  }

  private static void file(Path file, long size) throws IOException {
    byte[] block = new byte[1_000_000];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = size; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    }
  }

  private String overTls() {
    return ", version: '1.1', " + nginx.trust();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void download(String what, String url, String how, List<String> options)
      throws Exception {
    double ours = 0;
    double peer = 0;
    double heap = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = HeapMeter.collected();
      long start = System.nanoTime();
      try (HttpResult result = http.run("{url: '" + url + "'" + how + "}")) {
        ours = Math.max(ours, DOWNLOAD / MEGA / secondsSince(start));
        check(result.last().body().size() == DOWNLOAD, "bytes: " + result.last().body().size());
        heap = Math.max(heap, (HeapMeter.collected() - before) / MEGA);
      }
      start = System.nanoTime();
      Path file = folder.resolve("curl.out");
      List<String> curl = new ArrayList<>(List.of("curl", "-sSk", "-o", file.toString()));
      curl.addAll(options);
      curl.add(url);
      try (Peer running = Peer.start(curl.toArray(String[]::new))) {
        running.await(60);
      }
      peer = Math.max(peer, DOWNLOAD / MEGA / secondsSince(start));
      check(Files.size(file) == DOWNLOAD, "bytes of curl: " + Files.size(file));
      Files.delete(file);
    }
    Table.row("1 GB of nginx over " + what + ", kept and recorded, MB/s, vs curl", ours, peer);
    Table.row("  heap growth after a full collection, MB", heap);
  }

  /**
   * One after the other, all kept: whether the last take longer than the first. A round by itself
   * swings by a fifth both ways, so all rounds are put together, and the worst is said too.
   */
  private void answers() throws Exception {
    for (int i = 0; i < WARM; i++) {
      // So that the code is warm before the first that counts.
      http.run("{url: '" + nginx.plain("/answer.bin") + "'}").close();
    }
    double[] first = new double[SERIES * SOME];
    double[] last = new double[SERIES * SOME];
    double[] worst = {0, 1};
    double growth = 0;
    for (int round = 0; round < SERIES; round++) {
      long before = HeapMeter.collected();
      List<HttpResult> kept = new ArrayList<>();
      double[] millis = series(kept);
      growth = Math.max(growth, (HeapMeter.collected() - before) / MEGA);
      for (HttpResult one : kept) {
        one.close();
      }
      System.arraycopy(millis, 0, first, round * SOME, SOME);
      System.arraycopy(millis, ANSWERS - SOME, last, round * SOME, SOME);
      double[] of = {
        median(Arrays.copyOfRange(millis, ANSWERS - SOME, ANSWERS)),
        median(Arrays.copyOfRange(millis, 0, SOME))
      };
      worst = of[0] / of[1] > worst[0] / worst[1] ? of : worst;
    }
    Table.row(
        "2 MB, the last 10 of a hundred vs the first 10, median ms", median(last), median(first));
    Table.row("  the worst of " + SERIES + " rounds", worst[0], worst[1]);
    Table.row("  most heap growth with all hundred kept, MB", growth);
  }

  private double[] series(List<HttpResult> kept) throws Exception {
    double[] millis = new double[ANSWERS];
    for (int i = 0; i < ANSWERS; i++) {
      long start = System.nanoTime();
      kept.add(http.run("{url: '" + nginx.plain("/answer.bin") + "'}"));
      millis[i] = secondsSince(start) * 1e3;
    }
    return millis;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Says what the first request of all takes, which Java loads and interprets its classes for. */
  private void warm(String what, String url, String how) throws Exception {
    double first = 0;
    for (int i = 0; i < WARM; i++) {
      try (HttpResult result = http.run(closing(url, how))) {
        first = i == 0 ? times(result.last()).getLast() : first;
      }
    }
    Table.row(what + ": all of the first request, ms", first);
  }

  private static String closing(String url, String how) {
    return "{url: '" + url + "', headers: ['Connection: close']" + how + "}";
  }

  private void phases(String what, String url, String how) throws Exception {
    Map<String, double[]> ours = new TreeMap<>();
    Map<String, double[]> curls = new TreeMap<>();
    String request = closing(url, how);
    for (int i = 0; i < 2 * SAMPLES; i++) {
      // The first half warms both up.
      int sample = i - SAMPLES;
      try (HttpResult result = http.run(request)) {
        put(ours, times(result.last()), sample);
      }
      put(curls, curl(url), sample);
    }
    Table.row(what + ": connected, ms, vs curl", of(ours, "1"), of(curls, "1"));
    if (url.startsWith("https")) {
      Table.row(what + ": TLS is there, ms, vs curl", of(ours, "2"), of(curls, "2"));
    }
    Table.row(what + ": first byte, ms, vs curl", of(ours, "3"), of(curls, "3"));
    Table.row(what + ": all, ms, vs curl", of(ours, "4"), of(curls, "4"));
  }

  private static double of(Map<String, double[]> times, String name) {
    return median(times.getOrDefault(name, new double[] {Double.NaN}));
  }

  private static void put(Map<String, double[]> all, List<Double> times, int sample) {
    for (int i = 0; i < times.size() && sample >= 0; i++) {
      all.computeIfAbsent(Integer.toString(i + 1), _ -> new double[SAMPLES])[sample] = times.get(i);
    }
  }

  /** When each step had ended, in milliseconds: connect, TLS, the first byte, all. */
  private static List<Double> times(Exchange exchange) {
    List<Double> all = new ArrayList<>();
    for (Phase phase : List.of(Phase.CONNECT, Phase.TLS, Phase.FIRST_BYTE, Phase.TRANSFER)) {
      Duration end =
          exchange.timed().stream()
              .filter(one -> one.phase() == phase)
              .map(one -> one.end())
              .findFirst()
              .orElse(Duration.ZERO);
      all.add(end.toNanos() / MEGA);
    }
    return all;
  }

  private List<Double> curl(String url) throws Exception {
    Path out = folder.resolve("times");
    String format = "%{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}";
    try (Peer curl =
        Peer.startInto(out, "curl", "-sk", "--http1.1", "-o", "/dev/null", "-w", format, url)) {
      curl.await(60);
    }
    return Arrays.stream(Files.readString(out, US_ASCII).split(" "))
        .map(one -> Double.parseDouble(one) * 1e3)
        .toList();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
