package org.wirebench.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.wire.WireLog;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.LoadPlan;
import org.wirebench.tool.http.request.Options;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpService;
import org.wirebench.tool.http.service.Repeater;
import org.wirebench.tool.http.service.load.JMeterPlan;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;

/**
 * A load run on nginx, a small file over 64 connections, against wrk and JMeter. Each run is one of
 * a process of its own and as long as the others, so that what Java has to compile first is in our
 * figure as in that of JMeter.
 */
public final class LoadBench {
  private static final int ROUNDS = 3;
  private static final int CONNECTIONS = 64;
  private static final Duration LENGTH = Duration.ofSeconds(12);
  private static final int SIZE = 600;
  private static final Pattern OURS = Pattern.compile("([\\d.]+)/s");
  private static final Pattern WRK = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

  private final Path folder;
  private final Nginx nginx;
  private final HttpRequest request;

  /**
   * What a run has shown.
   *
   * @param rate requests a second
   * @param busy how long processors worked for whoever asked
   */
  record Run(double rate, Duration busy) {}

  /** Carries a run out. */
  private interface Client {
    Run run() throws Exception;
  }

  /** The best of several runs. */
  private final class Best {
    private final Client client;
    private double rate;
    private double micros = Double.MAX_VALUE;

    Best(Client client) {
      this.client = client;
    }

    void once() throws Exception {
      Duration before = nginx.busy();
      Run run = client.run();
      Duration busy = nginx.busy().minus(before).plus(run.busy());
      rate = Math.max(rate, run.rate());
      micros = Math.min(micros, busy.toNanos() / 1e3 / (run.rate() * LENGTH.toSeconds()));
    }
  }

  private LoadBench(Path folder, Nginx nginx, HttpRequest request) {
    this.folder = folder;
    this.nginx = nginx;
    this.request = request;
  }

  /**
   * Needs nginx, wrk, and JMeter in {@code target/jmeter}, where the profile {@code interop} puts
   * it.
   *
   * @param arguments "ours" for our figure alone; "run" and an address for one run on a server that
   *     is there
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      System.out.printf(Locale.ROOT, "%.1f/s%n", run(request(arguments[1])));
      return;
    }
    Path folder = Files.createTempDirectory("wirebench-bench");
    try (Nginx nginx = Nginx.start(folder)) {
      Files.write(folder.resolve("files/small.bin"), new byte[SIZE]);
      LoadBench bench = new LoadBench(folder, nginx, request(nginx.url("/small.bin")));
      Table.head();
      if (List.of(arguments).contains("ours")) {
        Table.row("load on nginx, 64 connections, requests/s", bench.ours().rate());
      } else {
        bench.compare();
      }
    }
  }

  private static HttpRequest request(String url) throws Exception {
    LoadPlan plan =
        new LoadPlan(
            OptionalLong.empty(),
            Optional.of(LENGTH),
            CONNECTIONS,
            Optional.empty(),
            Duration.ZERO);
    return new HttpRequest(
        "GET",
        HttpUrl.parse(url),
        List.of(),
        new Body.None(),
        new Authorization.None(),
        Options.DEFAULT,
        plan);
  }

  private void compare() throws Exception {
    Best ours = new Best(this::ours);
    Best wrk = new Best(this::wrk);
    Best jmeter = new Best(this::jmeter);
    for (int round = 0; round < ROUNDS; round++) {
      ours.once();
      wrk.once();
      jmeter.once();
    }
    Table.row("load on nginx, 64 connections, vs wrk, requests/s", ours.rate, wrk.rate);
    Table.row("  vs JMeter", ours.rate, jmeter.rate);
    // What others on the machine take does not count here.
    Table.row("  CPU of client and nginx, us a request, vs wrk", ours.micros, wrk.micros);
    Table.row("  vs JMeter", ours.micros, jmeter.micros);
  }

  private Run ours() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LoadBench.class.getName(),
            "run",
            request.url().toString()));
    Path said = folder.resolve("ours.out");
    try (Peer ours = Peer.startInto(said, command.toArray(String[]::new))) {
      ours.await(60);
      return new Run(best(OURS, Files.readString(said)), ours.busy());
    }
  }

  private static double run(HttpRequest request) throws Exception {
    Path folder = Files.createTempDirectory("wirebench-bench");
    JobClock clock = JobClock.system();
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores, clock);
        Jobs jobs = new Jobs(Runner.virtualThreads(), clock, NetFailure::of, LoadBench::defect);
        HttpService service = service(new Network(log, Resolver.system()), stores, clock);
        Repeater repeater = service.repeater(request, CONNECTIONS)) {
      LoadRun run = new LoadRun(request.load(), repeater, clock);
      Outcome<LoadReport> end =
          jobs.start(JobSpec.named("load", HttpRequest.TOOL), run::perform).await();
      LoadReport report = run.report();
      check(end instanceof Outcome.Done, "the run ended with " + end);
      check(report.failures() == 0, "failures: " + report.errors());
      check(report.bytes() == report.answers() * SIZE, "bytes: " + report.bytes());
      return report.rate();
    }
  }

  private static HttpService service(Network network, ByteStores stores, JobClock clock) {
    return new HttpService(
        new HttpEnvironment(
            network,
            stores,
            clock,
            () -> {
              throw new IllegalStateException("no server here");
            },
            () -> NetDefaults.BUILT_IN));
  }

  private static void defect(Throwable defect) {
    throw new IllegalStateException(defect);
  }

  private Run wrk() throws Exception {
    Path said = folder.resolve("wrk.out");
    try (Peer wrk =
        Peer.startInto(
            said,
            "wrk",
            "-t2",
            "-c" + CONNECTIONS,
            "-d" + LENGTH.toSeconds() + "s",
            request.url().toString())) {
      wrk.await(60);
      return new Run(best(WRK, Files.readString(said)), wrk.busy());
    }
  }

  /** Runs the plan that we export for it. */
  private Run jmeter() throws Exception {
    Path plan = folder.resolve("plan.jmx");
    Files.writeString(plan, JMeterPlan.of(request, "load"));
    return JMeter.run(plan, folder);
  }

  /** The highest figure of what a peer said. */
  static double best(Pattern figure, String said) {
    Matcher matcher = figure.matcher(said);
    double best = 0;
    while (matcher.find()) {
      best = Math.max(best, Double.parseDouble(matcher.group(1)));
    }
    check(best > 0, "no figure in: " + said);
    return best;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
