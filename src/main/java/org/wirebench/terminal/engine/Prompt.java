package org.wirebench.terminal.engine;

import java.util.List;

/** What a shell said of a line, so that one can go from prompt to prompt (OSC 133). */
public enum Prompt {
  NONE(0),
  /** A prompt begins in it. */
  PROMPT(1),
  /** What a command wrote begins in it. */
  OUTPUT(2),
  /** A command has ended before it, and has failed. */
  FAILURE(3),
  /** A prompt begins in it, and the command of the one before has failed. */
  PROMPT_AFTER_FAILURE(4);

  static final List<Prompt> ALL = List.of(values());

  final int number;

  Prompt(int number) {
    this.number = number;
  }

  /** Whether a prompt begins in it. */
  public boolean isPrompt() {
    return this == PROMPT || this == PROMPT_AFTER_FAILURE;
  }

  /** Whether the command of the prompt before has failed. */
  public boolean isAfterFailure() {
    return this == FAILURE || this == PROMPT_AFTER_FAILURE;
  }

  /**
   * What is said of a line of which this was said before. One in which a prompt begins stays one,
   * whatever else begins in it.
   */
  Prompt and(Prompt said) {
    return switch (said) {
      case PROMPT -> isAfterFailure() ? PROMPT_AFTER_FAILURE : PROMPT;
      case OUTPUT -> this == NONE ? OUTPUT : this;
      default -> isPrompt() ? this : said;
    };
  }
}
