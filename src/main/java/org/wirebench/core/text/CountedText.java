package org.wirebench.core.text;

/** A text that lets itself be looked at only so often. For one thread. */
final class CountedText implements CharSequence {
  private final CharSequence text;
  private long left;

  /** The text was looked at as often as it may be. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SpentException() {
      super("too many steps", null, false, false);
    }
  }

  CountedText(CharSequence text, long steps) {
    this.text = text;
    this.left = steps;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new SpentException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
