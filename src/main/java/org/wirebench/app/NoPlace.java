package org.wirebench.app;

import java.io.IOException;
import org.wirebench.cli.Console;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;

/** Says that the program cannot start, since there is no place for its files. */
final class NoPlace {
  private static final Messages TEXT = Messages.of(NoPlace.class);

  /** What the process ends with: something around it is wrong, not the program. */
  static final int EXIT = 2;

  private NoPlace() {}

  /** Says it, and what the system says of it. */
  static void tell(Console console, IOException why) {
    console.complain(TEXT.get("temporary", NetFailure.of(why).cause()));
  }
}
