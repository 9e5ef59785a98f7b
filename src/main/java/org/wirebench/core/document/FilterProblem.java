package org.wirebench.core.document;

/** A filter, or the document it was used on, is not as it should be; the message is for people. */
public final class FilterProblem extends Exception {
  private static final long serialVersionUID = 1;

  FilterProblem(String message) {
    super(message);
  }

  FilterProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
