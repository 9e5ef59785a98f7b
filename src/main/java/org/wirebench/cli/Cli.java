package org.wirebench.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;
import org.wirebench.core.text.ProgramVersion;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Variables;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The headless commands. One object serves one command line. */
public final class Cli {
  private static final Messages TEXT = Messages.of(Cli.class);

  private final Jobs jobs;
  private final Console console;
  private final Stop stop = new Stop();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CommandLine line;
  private final Map<String, Command> commands = new HashMap<>();

  /**
   * @param tools that requests can be for
   * @param jobs runs them
   * @param known what variables stand for unless the command line says otherwise
   * @param tour is only called for {@code tour}; without one there is no such command
   */
  public Cli(
      List<? extends Tool<?, ?>> tools,
      Jobs jobs,
      Variables known,
      Optional<Tour> tour,
      Console console) {
    this.jobs = jobs;
    this.console = console;
    CommandSpec root = CommandSpec.create().name("wirebench");
    root.usageMessage().description(TEXT.get("about"));
    root.versionProvider(new Version()).mixinStandardHelpOptions(true);
    root.addOption(WindowOptions.option());
    this.line = new CommandLine(root);
    List<Command> all = new ArrayList<>();
    all.add(new RunCommand(tools, jobs, known, console, stop));
    all.add(new LabCommand(tools, jobs, console, stop));
    all.add(new CodeCommand(tools, known, console));
    all.add(new SchemaCommand(tools, console));
    tour.ifPresent(present -> all.add(new TourCommand(present, console, stop)));
    for (Command command : all) {
      CommandSpec spec = command.spec();
      spec.mixinStandardHelpOptions(true).versionProvider(new Version());
      line.addSubcommand(spec.name(), spec);
      commands.put(spec.name(), command);
    }
    line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(this::wrong)
        .setExecutionStrategy(this::execute);
  }

  /**
   * Carries out one command line.
   *
   * @return the exit code: 0 all was well, 1 a check failed, 2 a file or an argument was wrong, 70
   *     a defect of the program, 130 stopped
   */
  public int run(String... arguments) {
    try {
      int code = line.execute(arguments);
      // What was asked for did not arrive: the disk is full, or who reads it has gone.
      if (console.out().checkError()) {
        console.complain(TEXT.get("output"));
        return code == ExitCode.OK ? ExitCode.WRONG : code;
      }
      return code;
    } finally {
      console.err().flush();
      ended.countDown();
    }
  }

  /**
   * Stops what runs and waits until it has ended, for a while. For any thread.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public void stop(Duration limit) throws InterruptedException {
    stop.tell();
    jobs.close();
    boolean _ = ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says what is wrong with the arguments; a command that is nearly one is named. */
  private int wrong(ParameterException wrong, String[] arguments) {
    CommandLine where = wrong.getCommandLine();
    console.complain(Escapes.display(String.valueOf(wrong.getMessage())));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      Optional<String> near =
          unmatched.getUnmatched().stream()
              .findFirst()
              .flatMap(first -> Nearest.to(first, where.getSubcommands().keySet()));
      if (near.isPresent()) {
        console.complain(TEXT.get("command.near", near.get()));
      }
      if (near.isPresent() || UnmatchedArgumentException.printSuggestions(wrong, console.err())) {
        return ExitCode.WRONG;
      }
    }
    where.usage(console.err());
    return ExitCode.WRONG;
  }

  private int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!parsed.hasSubcommand()) {
      line.usage(console.err());
      return ExitCode.WRONG;
    }
    Command command =
        Objects.requireNonNull(commands.get(parsed.subcommand().commandSpec().name()));
    try {
      return command.call();
    } catch (WrongUseException wrong) {
      wrong.lines().forEach(console::complain);
      return ExitCode.WRONG;
    } catch (IOException failed) {
      NetFailure failure = NetFailure.of(failed);
      console.complain(TEXT.get("failed", failure.title(), failure.cause()));
      return ExitCode.WRONG;
    } catch (InterruptedException interrupted) {
      return ExitCode.STOPPED;
    } catch (Exception defect) {
      console.defect(defect);
      return ExitCode.DEFECT;
    }
  }

  /** The version of the program: {@code 1.0.0}. */
  public static String version() {
    return ProgramVersion.number();
  }

  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        TEXT.get(
            "version",
            version(),
            Runtime.version().toString(),
            System.getProperty("os.name", ""),
            System.getProperty("os.arch", ""))
      };
    }
  }
}
