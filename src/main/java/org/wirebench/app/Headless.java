package org.wirebench.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirebench.cli.Cli;
import org.wirebench.cli.Console;
import org.wirebench.cli.Tour;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.ShutdownHook;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.Loaded;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.SettingsStore;
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
    CountDownLatch ended = new CountDownLatch(1);
    try {
      return run(arguments, Console.system(environment), tour, ended);
    } finally {
      ended.countDown();
    }
  }

  private static int run(
      String[] arguments, Console console, Optional<Tour> tour, CountDownLatch ended) {
    try (Services services =
        Services.open(
            Folders.ofSystem().cache().resolve("bytes"),
            WireLog.Limits.DEFAULT,
            defect -> console.defect(defect))) {
      Loaded<Settings> settings = settings(Folders.ofSystem());
      NetDefaults defaults = defaults(settings, console);
      Cli cli =
          new Cli(
              Tools.headless(services, defaults),
              services.jobs(),
              settings.value().variables(),
              tour,
              console);
      ShutdownHook hook = ShutdownHook.register("stop", () -> stop(cli, ended));
      int code = cli.run(arguments);
      hook.close();
      return code;
    } catch (IOException noPlace) {
      NoPlace.tell(console, noPlace);
      return NoPlace.EXIT;
    }
  }

  private static Loaded<Settings> settings(Folders folders) {
    try {
      return SettingsStore.peek(folders);
    } catch (IOException unreadable) {
      return new Loaded<>(Settings.DEFAULT, Optional.of(NetFailure.of(unreadable).cause()));
    }
  }

  /** What is set. A file that cannot be used stops only what would need to know what it says. */
  private static NetDefaults defaults(Loaded<Settings> loaded, Console console) {
    NetDefaults defaults = loaded.value().defaults();
    if (loaded.trouble().isEmpty()) {
      return defaults;
    }
    String trouble = TEXT.get("settings", Escapes.display(loaded.trouble().get()));
    console.complain(trouble);
    return defaults.withTrouble(trouble);
  }

  /** The process ends when this returns, so it waits until the temporary files are gone too. */
  private static void stop(Cli cli, CountDownLatch ended) {
    try {
      cli.stop(PATIENCE);
      boolean _ = ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
