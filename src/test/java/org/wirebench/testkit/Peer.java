package org.wirebench.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Another program that a test talks to. Where it is not installed, starting it fails. Each wait is
 * bounded, and closing kills it with all that it started.
 */
public final class Peer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> command;
  private final Process process;
  private final Path output;
  private final Path errors;

  private Peer(List<String> command, Process process, Path output, Path errors) {
    this.command = command;
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** Starts {@code command}; what it says goes into files of {@code folder}. */
  public static Peer start(Path folder, String... command) throws IOException {
    return start(folder, Map.of(), List.of(command));
  }

  /** Starts {@code command} with more in its environment. */
  public static Peer start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    Path output = Files.createTempFile(folder, "peer", ".out");
    Path errors = Files.createTempFile(folder, "peer", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    return new Peer(command, builder.start(), output, errors);
  }

  /** Types into it. */
  public Peer type(String text) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write(text.getBytes(ISO_8859_1));
    input.flush();
    return this;
  }

  /** Nothing more is typed. */
  public Peer endInput() throws IOException {
    process.getOutputStream().close();
    return this;
  }

  /** What it has said so far, each byte as one Latin-1 character. */
  public String output() {
    return read(output);
  }

  /** What it has complained of so far. */
  public String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Waits until it has said something; fails when it ends before. */
  public Peer awaitOutput(Predicate<String> wanted) {
    return awaitUntil(() -> wanted.test(output()));
  }

  /** Waits until it has said {@code text}. */
  public Peer awaitOutput(String text) {
    return awaitOutput(said -> said.contains(text));
  }

  /** Waits until it has complained {@code text}. */
  public Peer awaitErrors(String text) {
    return awaitUntil(() -> errors().contains(text));
  }

  private Peer awaitUntil(Supplier<Boolean> condition) {
    Awaitility.await(String.join(" ", command))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast(() -> !process.isAlive() && !condition.get())
        .until(condition::get);
    return this;
  }

  /** Waits until it ends; its exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(this + " does not end");
    }
    return process.exitValue();
  }

  /** Asks it to end, with a signal. */
  public void stop() {
    process.destroy();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
  }

  /** What it is, and what it said: for the reader of a failed test. */
  @Override
  public String toString() {
    return String.join(" ", command) + "\nsaid: " + output() + "\ncomplained: " + errors();
  }
}
