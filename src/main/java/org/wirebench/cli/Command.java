package org.wirebench.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One of the commands. */
interface Command {
  /** Its name, options and help, which it reads its values from when it is called. */
  CommandSpec spec();

  /**
   * Does what was asked.
   *
   * @return the exit code
   * @throws WrongUseException when a file or an argument is wrong
   * @throws Exception when it cannot be done
   */
  int call() throws Exception;
}
