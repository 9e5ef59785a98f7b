package org.wirebench.tool.http.code;

/** The arguments of a call, one in each line. */
final class Arguments {
  private final StringBuilder lines = new StringBuilder();

  /** Adds an argument. */
  Arguments add(String argument) {
    lines.append(argument).append(",\n");
    return this;
  }

  /** Adds an argument of Python, and what has to be said of it. */
  Arguments add(String argument, String comment) {
    lines.append(argument).append(",  # ").append(comment.strip()).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
