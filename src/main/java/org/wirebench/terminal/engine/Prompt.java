package org.wirebench.terminal.engine;

import java.util.List;

/** What a shell said of a line, so that one can go from prompt to prompt (OSC 133). */
public enum Prompt {
  NONE(0),
  /** A prompt begins in it. */
  PROMPT(1),
  /** What a command wrote begins in it. */
  OUTPUT(2);

  static final List<Prompt> ALL = List.of(values());

  final int number;

  Prompt(int number) {
    this.number = number;
  }
}
