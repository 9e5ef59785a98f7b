package org.wirebench.shell;

import org.wirebench.core.job.Failure;

/** Something of the program's own files that did not work, in words. */
record Trouble(String title, String cause) implements Failure {
  @Override
  public String remedy() {
    return "";
  }

  @Override
  public String detail() {
    return "";
  }
}
