package org.wirebench.core.code;

import java.util.stream.Collectors;
import org.wirebench.core.bytes.Escapes;

/** The lines of a program on their way to a text. Not safe for use by several threads. */
public final class CodeLines {
  private final String step;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /**
   * @param step what each level is indented by
   */
  public CodeLines(String step) {
    this.step = step;
  }

  /** Adds a line at the present level. */
  public CodeLines add(String line) {
    if (!line.isEmpty()) {
      text.repeat(step, depth).append(line);
    }
    text.append('\n');
    return this;
  }

  /** Adds an empty line. */
  public CodeLines gap() {
    return add("");
  }

  /** Goes one level deeper. */
  public CodeLines in() {
    depth++;
    return this;
  }

  /** Comes back one level. */
  public CodeLines out() {
    depth--;
    return this;
  }

  /** The whole text. */
  @Override
  public String toString() {
    return text.toString();
  }

  /**
   * Each line of {@code text} after {@code sign}. Only what is plain to see is kept, so that what
   * came from a file or a server cannot leave the comment.
   */
  static String comment(String sign, String text) {
    return text.lines()
        .map(line -> (sign + Escapes.display(line)).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
