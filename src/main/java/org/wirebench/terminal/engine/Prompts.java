package org.wirebench.terminal.engine;

/** What the shell said of where its prompts and the output of its commands begin (OSC 133). */
final class Prompts {
  private Prompt next = Prompt.NONE;

  void mark(Prompt prompt, Line line) {
    next = prompt;
    if (line.prompt == Prompt.NONE || prompt == Prompt.PROMPT) {
      line.prompt = prompt;
      line.touch();
    }
  }

  /** What was said last. */
  Prompt last() {
    return next;
  }
}
