package org.wirebench.terminal.engine;

/**
 * Which function a sequence asks for: its private prefix, its intermediate characters and its final
 * one. It is one number, so that a {@code switch} finds it.
 */
final class Function {
  /** More intermediate characters than any function has. */
  static final int UNKNOWN = -1;

  private int prefix;
  private int intermediates;
  private int count;
  private int code;

  void clear() {
    prefix = 0;
    intermediates = 0;
    count = 0;
    code = 0;
  }

  /** One of {@code < = > ?}, right behind the introducer. */
  void prefix(int character) {
    prefix = character;
  }

  /** One of 0x20 to 0x2f. */
  void intermediate(int character) {
    intermediates = intermediates << 8 | character;
    count++;
  }

  void end(int last) {
    code = count > 2 ? UNKNOWN : code(prefix, intermediates, last);
  }

  /** What it is, as {@link #code(int, int, int)} makes it, or {@link #UNKNOWN}. */
  int code() {
    return code;
  }

  /** The final character, or 0 where the function is none that there is. */
  int last() {
    return code == UNKNOWN ? 0 : code & 0xff;
  }

  /** The intermediate characters, the last one lowest. */
  int intermediates() {
    return count > 2 ? UNKNOWN : intermediates;
  }

  private static int code(int prefix, int intermediates, int last) {
    return (prefix == 0 ? 0 : prefix - '<' + 1) << 24 | intermediates << 8 | last;
  }
}
