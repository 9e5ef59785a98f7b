package org.wirebench.core.transcript;

/**
 * A place in a transcript where what is looked for stands.
 *
 * @param offset where it begins
 * @param length how many bytes it has, at least 1
 */
public record Hit(long offset, int length) {
  /** Behind its last byte. */
  public long end() {
    return offset + length;
  }
}
