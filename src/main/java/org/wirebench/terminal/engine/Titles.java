package org.wirebench.terminal.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** The title of the window and those that were put aside (XTWINOPS 22 and 23). */
final class Titles {
  /** How many characters of a title are kept. */
  static final int LONGEST = 1024;

  private static final int MOST = 10;

  private final TerminalListener listener;
  private final Deque<String> aside = new ArrayDeque<>();
  private String title = "";

  Titles(TerminalListener listener) {
    this.listener = listener;
  }

  String title() {
    return title;
  }

  /** Sets the title, without its control characters. */
  void set(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    title = clean.toString();
    listener.title(title);
  }

  void push() {
    aside.push(title);
    if (aside.size() > MOST) {
      aside.removeLast();
    }
  }

  void pop() {
    if (!aside.isEmpty()) {
      set(aside.pop());
    }
  }

  void reset() {
    aside.clear();
    set("");
  }
}
