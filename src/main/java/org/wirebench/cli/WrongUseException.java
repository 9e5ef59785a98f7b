package org.wirebench.cli;

import java.util.List;

/** Files or arguments that cannot be used; the lines are for the user. */
public final class WrongUseException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  WrongUseException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  WrongUseException(String line) {
    this(List.of(line));
  }

  /** What is wrong, in lines for the user. */
  public List<String> lines() {
    return lines;
  }
}
