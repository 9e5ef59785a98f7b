package org.wirebench.tool.http.lab;

/** Something is wrong with a call; the message says what, for people. */
final class RefusedException extends Exception {
  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The status of the answer. */
  int status() {
    return status;
  }
}
