package org.wirebench;

import java.util.Optional;
import org.wirebench.app.Desktop;
import org.wirebench.app.Headless;

/** Starts the desktop application, or a headless command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        arguments.length == 0
            ? Desktop.run()
            : Headless.run(arguments, System.getenv(), Optional.of(Desktop::tour)));
  }
}
