package org.wirebench.cli;

import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Variables;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What can be said on the command line when the window is opened. */
public final class WindowOptions {
  private static final Messages TEXT = Messages.of(WindowOptions.class);

  private WindowOptions() {}

  /** Whether these arguments open the window, rather than being a headless command. */
  public static boolean areThese(String... arguments) {
    return arguments.length == 0
        || arguments[0].equals(Options.SET)
        || arguments[0].startsWith(Options.SET + "=");
  }

  static OptionSpec option() {
    return Options.variables(TEXT.get("option.set.window"));
  }

  /**
   * The variables that are set for as long as the window is open.
   *
   * @throws WrongUseException when the arguments are wrong
   */
  public static Variables variables(String... arguments) throws WrongUseException {
    CommandSpec spec = CommandSpec.create().name("wirebench").addOption(option());
    try {
      var _ = new CommandLine(spec).parseArgs(arguments);
    } catch (ParameterException wrong) {
      throw new WrongUseException(List.of(Escapes.display(String.valueOf(wrong.getMessage()))));
    }
    return Options.variables(spec, Variables.NONE);
  }
}
