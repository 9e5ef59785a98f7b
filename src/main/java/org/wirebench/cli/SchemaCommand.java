package org.wirebench.cli;

import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import picocli.CommandLine.Model.CommandSpec;

/** {@code schema}: prints the JSON Schema of the form of saved requests. */
final class SchemaCommand implements Command {
  private static final Messages TEXT = Messages.of(SchemaCommand.class);

  private final List<? extends Tool<?, ?>> tools;
  private final Console console;
  private final CommandSpec spec = CommandSpec.create().name("schema");

  SchemaCommand(List<? extends Tool<?, ?>> tools, Console console) {
    this.tools = tools;
    this.console = console;
    spec.usageMessage().description(TEXT.get("schema.about"));
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int call() {
    console.out().print(Json.write(new FileForm(tools).schema()));
    console.out().flush();
    return ExitCode.OK;
  }
}
