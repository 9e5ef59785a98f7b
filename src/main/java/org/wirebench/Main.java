package org.wirebench;

import java.util.Optional;
import org.wirebench.app.Desktop;
import org.wirebench.app.Headless;
import org.wirebench.cli.WindowOptions;

/** Starts the desktop application, or a headless command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        WindowOptions.areThese(arguments)
            ? Desktop.run(arguments)
            : Headless.run(arguments, System.getenv(), Optional.of(Desktop::tour)));
  }
}
