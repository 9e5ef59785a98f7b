package org.wirebench;

import java.util.Optional;
import org.wirebench.app.Desktop;
import org.wirebench.app.Headless;

/** Starts the desktop app where there are no arguments, and a headless command otherwise. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(
        arguments.length == 0
            ? Desktop.run()
            : Headless.run(arguments, System.getenv(), Optional.of(Desktop::tour)));
  }
}
