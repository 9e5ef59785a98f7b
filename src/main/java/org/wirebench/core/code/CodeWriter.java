package org.wirebench.core.code;

/**
 * Writes a program that does what a request does.
 *
 * @param <Q> the request
 */
public interface CodeWriter<Q> {
  /** What the program is written for. */
  Target target();

  /** What people call it: the target, or what of it is used. */
  default String title() {
    return target().title();
  }

  /**
   * The program, ending in a line end. What it cannot do is said in a comment at its head, never
   * left out in silence.
   */
  String write(Q request);
}
