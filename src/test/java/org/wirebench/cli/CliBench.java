package org.wirebench.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.workspace.Variables;
import org.wirebench.testkit.TestJobs;

/** A command line with the echo tool, its servers, and a folder for its files. */
final class CliBench implements AfterEachCallback {
  final EchoTool tool = new EchoTool();
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private final TestJobs jobs = new TestJobs();

  /** Not among the jobs that the command line stops. */
  private final TestJobs outside = new TestJobs();

  private final Lab lab = new Lab(outside.jobs(), List.of(new EchoTool.EchoServer("echo.test")));
  private final Path folder;
  Variables known = Variables.NONE;
  Tour tour = (to, width, height, progress) -> progress.accept(to + " " + width + " by " + height);

  CliBench(Path folder) {
    this.folder = folder;
  }

  /** The jobs that the command line runs. */
  Jobs jobs() {
    return jobs.jobs();
  }

  Cli cli(boolean colour) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), colour);
    return new Cli(List.of(tool), jobs(), known, Optional.of(tour), console);
  }

  int run(String... arguments) {
    return cli(false).run(arguments);
  }

  /** How a command exits that runs until it is stopped. */
  FutureTask<Integer> inBackground(Cli cli, String... arguments) {
    FutureTask<Integer> exit = new FutureTask<>(() -> cli.run(arguments));
    Job<Boolean> _ =
        outside.start(
            context -> {
              exit.run();
              return true;
            });
    return exit;
  }

  /** The port of a running echo server. */
  int port() {
    lab.startAll();
    await().until(() -> lab.status("echo.test").state() == Lab.State.RUNNING);
    return Integer.parseInt(
        lab.status("echo.test").request().flatMap(fields -> fields.text("port")).orElseThrow());
  }

  /** A file of documents for the echo tool; each is what follows {@code tool: echo}. */
  String file(String name, String... documents) throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (String document : documents) {
      yaml.append(yaml.isEmpty() ? "" : "---\n");
      yaml.append("wirebench: 1\ntool: echo\n").append(document);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    return Files.writeString(file, yaml).toString();
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    lab.close();
    jobs.close();
    outside.close();
  }
}
