package org.wirebench.fx.code;

/** Tells the parts of a language apart, line by line; what is wrong may be told wrongly. */
interface Lexer {
  /** What the first line begins in. */
  int BEGIN = 0;

  /**
   * Looks at one line.
   *
   * @param state what it begins in, such as a comment of several lines
   * @param paint takes what its characters are
   * @return what the next line begins in
   */
  int line(String line, int state, Paint paint);
}
