package org.wirebench.shell;

import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;

/** Something of the program's own files that did not work, in words. */
record Trouble(String title, String cause) implements Failure {
  private static final Messages TEXT = Messages.of(Trouble.class);

  /** A file could not be read. */
  static Trouble reading(String why) {
    return new Trouble(TEXT.get("trouble.title"), why);
  }

  @Override
  public String remedy() {
    return "";
  }

  @Override
  public String detail() {
    return "";
  }
}
