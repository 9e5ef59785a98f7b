package org.wirebench.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Apache JMeter without a window, as the profile {@code interop} puts it into {@code target}. */
final class JMeter {
  private static final Path HOME = Path.of("target", "jmeter").toAbsolutePath();
  private static final Pattern RATE = Pattern.compile("summary = .* = +([\\d.]+)/s");

  private JMeter() {}

  /**
   * Runs a plan to its end as its manual says, with a file of results: without one it would bring
   * nothing but this figure.
   *
   * @param folder for what it writes
   * @return requests a second, from the first to the last, and how long processors worked for it
   */
  static LoadBench.Run run(Path plan, Path folder) throws IOException, InterruptedException {
    if (!Files.isDirectory(HOME.resolve("lib"))) {
      throw new IllegalStateException(
          "no JMeter in " + HOME + ": mvn -Pinterop process-test-resources brings it");
    }
    Path said = folder.resolve("jmeter.out");
    try (Peer peer =
        Peer.startInto(
            said,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Djmeter.home=" + HOME,
            "-cp",
            String.join(File.pathSeparator, HOME + "/lib/*", HOME + "/lib/ext/*"),
            "org.apache.jmeter.NewDriver",
            "-n",
            "-t",
            plan.toString(),
            "-l",
            folder.resolve("results.jtl").toString(),
            "-f",
            "-j",
            folder.resolve("jmeter.log").toString())) {
      peer.await(120);
      return new LoadBench.Run(LoadBench.best(RATE, Files.readString(said)), peer.busy());
    }
  }
}
