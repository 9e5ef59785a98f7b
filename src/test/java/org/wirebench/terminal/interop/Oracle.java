package org.wirebench.terminal.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** xterm.js without a screen, in a process of Node.js: what it shows of a stream. */
final class Oracle implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of("@xterm/headless@6.0.0", "@xterm/addon-unicode11@0.9.0");

  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;

  private Oracle(Process process) {
    this.process = process;
    this.to = process.outputWriter(UTF_8);
    this.from = process.inputReader(UTF_8);
  }

  /** Installs it into an empty folder, and starts it there. */
  static Oracle start(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{}");
    Path log = folder.resolve("npm.log");
    List<String> command =
        new java.util.ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
    command.addAll(PACKAGES);
    Process npm =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = npm.waitFor(2, TimeUnit.MINUTES);
    npm.destroyForcibly();
    if (!ended || npm.exitValue() != 0) {
      throw new IOException("npm: " + Files.readString(log));
    }
    try (InputStream script =
        Objects.requireNonNull(Oracle.class.getResourceAsStream("oracle.js"))) {
      Files.copy(script, folder.resolve("oracle.js"));
    }
    return run(folder);
  }

  /** Starts it where it is installed. */
  static Oracle run(Path folder) throws IOException {
    return new Oracle(
        new ProcessBuilder("node", "oracle.js")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** What it shows of a stream. */
  Seen show(int rows, int columns, String stream) throws IOException {
    String data = Base64.getEncoder().encodeToString(stream.getBytes(UTF_8));
    to.write(rows + " " + columns + " " + data + "\n");
    to.flush();
    return Seen.of(JsonMapper.shared().readTree(Objects.requireNonNull(from.readLine())));
  }

  @Override
  public void close() throws IOException {
    to.close();
    process.destroy();
  }
}
