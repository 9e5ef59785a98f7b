package org.wirebench.cli;

/** What the commands end with. */
final class ExitCode {
  /** All was well; every check held. */
  static final int OK = 0;

  /** A check failed, or a request could not be carried out. */
  static final int FAILED = 1;

  /** A file or an argument was wrong and nothing was run, or an output could not be written. */
  static final int WRONG = 2;

  /** A defect of the program. */
  static final int DEFECT = 70;

  /** Stopped by a signal, as shells know it. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
