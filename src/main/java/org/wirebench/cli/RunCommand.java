package org.wirebench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.cli.SavedFiles.Found;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code run}: carries saved requests out and holds their checks against what comes. */
final class RunCommand implements Command {
  private static final Messages TEXT = Messages.of(RunCommand.class);

  private final List<? extends Tool<?, ?>> tools;
  private final Jobs jobs;
  private final Variables known;
  private final Console console;
  private final Stop stop;
  private final CommandSpec spec;

  RunCommand(
      List<? extends Tool<?, ?>> tools, Jobs jobs, Variables known, Console console, Stop stop) {
    this.tools = tools;
    this.jobs = jobs;
    this.known = known;
    this.console = console;
    this.stop = stop;
    this.spec =
        CommandSpec.create()
            .name("run")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("FILE|DIR")
                    .arity("1..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description(TEXT.get("run.files"))
                    .build())
            .addOption(Options.file("--junit", TEXT.get("run.junit")))
            .addOption(Options.file("--json", TEXT.get("run.json")))
            .addOption(Options.variables());
    spec.usageMessage().description(TEXT.get("run.about")).footer(TEXT.get("run.codes"));
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int call() throws WrongUseException, IOException, InterruptedException {
    Variables variables = Options.variables(spec, known);
    List<Found> found = new SavedFiles(tools).find(Options.positional(spec));
    RequestRunner.check(found, variables);
    checkReports();
    SavedFiles.warnings(found).forEach(console::complain);
    List<Ran> all = new RequestRunner(jobs, stop).run(found, variables, this::show);
    List<String> unwritten = report(all);
    console.line(summary(all));
    unwritten.forEach(console::complain);
    if (stop.isTold()) {
      return ExitCode.STOPPED;
    }
    if (!unwritten.isEmpty()) {
      return ExitCode.WRONG;
    }
    return count(all, Ran.State.HELD) == all.size() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Whoever waits an hour for a run should not learn at its end that the report has no place. */
  private void checkReports() throws WrongUseException {
    List<String> wrong = new ArrayList<>();
    Optional<Path> junit = Options.value(spec, "--junit");
    Optional<Path> json = Options.value(spec, "--json");
    junit.flatMap(Reports::obstacle).ifPresent(wrong::add);
    json.flatMap(Reports::obstacle).ifPresent(wrong::add);
    json.filter(file -> junit.stream().anyMatch(other -> isSame(file, other)))
        .ifPresent(file -> wrong.add(TEXT.get("report.twice", SavedFiles.shown(file))));
    if (!wrong.isEmpty()) {
      throw new WrongUseException(wrong);
    }
  }

  private static boolean isSame(Path file, Path other) {
    return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** Writes the reports, as many as it can; says of the others why not. */
  private List<String> report(List<Ran> all) {
    List<String> unwritten = new ArrayList<>();
    Options.<Path>value(spec, "--junit")
        .flatMap(file -> Reports.junit(file, all))
        .ifPresent(unwritten::add);
    Options.<Path>value(spec, "--json")
        .flatMap(file -> Reports.json(file, all))
        .ifPresent(unwritten::add);
    return unwritten;
  }

  private void show(Ran ran) {
    String word =
        switch (ran.state()) {
          case HELD -> console.good(TEXT.get("run.word.held"));
          case FAILED, BROKEN -> console.bad(TEXT.get("run.word.failed"));
          case STOPPED -> TEXT.get("run.word.stopped");
        };
    String name = Escapes.display(ran.entry().name());
    console.line(TEXT.get("run.line", word, name, Amounts.duration(ran.time())));
    if (ran.state() != Ran.State.STOPPED) {
      ran.sentences().forEach(sentence -> console.line("        " + sentence));
    }
  }

  private static String summary(List<Ran> all) {
    long held = count(all, Ran.State.HELD);
    long stopped = count(all, Ran.State.STOPPED);
    String time =
        Amounts.duration(all.stream().map(Ran::time).reduce(Duration.ZERO, Duration::plus));
    String result = TEXT.get("run.summary", held, all.size() - held - stopped, time);
    return stopped == 0 ? result : result + TEXT.get("run.summary.stopped", stopped);
  }

  private static long count(List<Ran> all, Ran.State state) {
    return all.stream().filter(ran -> ran.state() == state).count();
  }
}
