package org.wirebench.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wirebench.cli.Cli;
import org.wirebench.cli.Console;
import org.wirebench.cli.Tour;
import org.wirebench.core.job.ShutdownHook;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireLog;

/** Runs a headless command. Nothing here loads JavaFX, unless the tour does. */
public final class Headless {
  private static final Messages TEXT = Messages.of(Headless.class);

  /** How long a command has to end, and to write its reports, after Ctrl+C. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Headless() {}

  /**
   * Carries out one command line.
   *
   * @param tour is only called for the command of that name
   * @return the exit code
   */
  public static int run(String[] arguments, Map<String, String> environment, Optional<Tour> tour) {
    Console console = Console.system(environment);
    try (Services services =
        Services.open(
            Folders.ofSystem().cache().resolve("bytes"),
            WireLog.Limits.DEFAULT,
            defect -> console.defect(defect))) {
      Cli cli = new Cli(Tools.headless(services), services.jobs(), tour, console);
      try (ShutdownHook _ = ShutdownHook.register("stop", () -> stop(cli))) {
        return cli.run(arguments);
      }
    } catch (IOException noPlace) {
      console.complain(TEXT.get("temporary", noPlace.toString()));
      return 2;
    }
  }

  private static void stop(Cli cli) {
    try {
      cli.stop(PATIENCE);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
