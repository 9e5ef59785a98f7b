package org.wirebench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebench.cli.SavedFiles.Found;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code code}: prints a program that does what a saved request does. */
final class CodeCommand implements Command {
  private static final Messages TEXT = Messages.of(CodeCommand.class);

  private static final String TARGETS =
      Arrays.stream(Target.values()).map(Target::toString).collect(Collectors.joining("|"));

  private final List<? extends Tool<?, ?>> tools;
  private final Variables known;
  private final Console console;
  private final CommandSpec spec;

  CodeCommand(List<? extends Tool<?, ?>> tools, Variables known, Console console) {
    this.tools = tools;
    this.known = known;
    this.console = console;
    this.spec =
        CommandSpec.create()
            .name("code")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("FILE")
                    .index("0")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(Path.class)
                    .description(TEXT.get("code.file"))
                    .build())
            .addOption(
                OptionSpec.builder("--as")
                    .required(true)
                    .type(Target.class)
                    .paramLabel(TARGETS)
                    .description(TEXT.get("code.as"))
                    .build())
            .addOption(
                OptionSpec.builder("--number")
                    .type(Integer.class)
                    .paramLabel("N")
                    .description(TEXT.get("code.number"))
                    .build())
            .addOption(Options.variables());
    spec.usageMessage().description(TEXT.get("code.about"));
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int call() throws WrongUseException {
    Variables variables = Options.variables(spec, known);
    Found found = chosen(new SavedFiles(tools).find(Options.positional(spec)));
    Target target = Options.<Target>value(spec, "--as").orElseThrow();
    SavedFiles.warnings(List.of(found)).forEach(console::complain);
    console.out().print(code(found.file(), found.entry(), found.tool(), target, variables));
    console.out().flush();
    return ExitCode.OK;
  }

  private Found chosen(List<Found> all) throws WrongUseException {
    Optional<Integer> number = Options.value(spec, "--number");
    if (number.isEmpty() && all.size() > 1) {
      throw new WrongUseException(TEXT.get("code.several", all.size()));
    }
    int index = number.orElse(1) - 1;
    if (index < 0 || index >= all.size()) {
      throw new WrongUseException(TEXT.get("code.none", index + 1, all.size()));
    }
    return all.get(index);
  }

  private static <Q, R> String code(
      Path file, Entry entry, Tool<Q, R> tool, Target target, Variables variables)
      throws WrongUseException {
    CodeWriter<Q> writer =
        tool.writers().stream()
            .filter(each -> each.target() == target)
            .findFirst()
            .orElseThrow(
                () -> new WrongUseException(TEXT.get("code.untold", tool.title(), target)));
    Bound<Tree.Fields> resolved = variables.resolve(entry.request(), "request");
    Bound<Q> request =
        switch (resolved) {
          case Bound.Ok<Tree.Fields>(Tree.Fields fields) -> tool.bind(fields);
          case Bound.Bad<Tree.Fields>(List<Problem> problems) -> new Bound.Bad<>(problems);
        };
    return switch (request) {
      case Bound.Ok<Q>(Q ready) -> writer.write(ready);
      case Bound.Bad<Q>(List<Problem> problems) -> {
        List<String> wrong = new ArrayList<>();
        problems.forEach(problem -> wrong.add(SavedFiles.line(file, problem)));
        throw new WrongUseException(wrong);
      }
    };
  }
}
