package org.wirebench;

import java.util.Optional;
import org.wirebench.app.Headless;

/** Starts a headless command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Headless.run(arguments, System.getenv(), Optional.empty()));
  }
}
