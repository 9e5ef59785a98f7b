package org.wirebench.core.bytes;

/** Why a text does not say which bytes are meant, in words for the person who typed it. */
public final class ParseProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final int position;

  /**
   * @param message what is wrong, from a bundle, safe to show
   * @param position where in the text, in UTF-16 units from 0; at most the length of the text
   */
  public ParseProblem(String message, int position) {
    super(message);
    this.position = position;
  }

  /** What is wrong, safe to show. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Where in the text the problem is, in UTF-16 units from 0; at most the length of the text. */
  public int position() {
    return position;
  }
}
