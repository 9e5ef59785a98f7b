package org.wirebench.core.code;

import java.util.Locale;
import org.wirebench.core.text.Messages;

/** What code is written for: a language, or a library of it where a tool writes for several. */
public enum Target {
  /** Python, with the library that is most usual for the task. */
  PYTHON,
  /** Python, with what it brings along to read addresses. */
  PYTHON_URLLIB,
  /** Python, with many requests at once. */
  PYTHON_AIOHTTP,
  JAVA,
  JAVASCRIPT,
  /** A command of a shell. */
  SHELL;

  private static final Messages TEXT = Messages.of(Target.class);

  /** What people call it. */
  public String title() {
    return TEXT.get(this);
  }

  /** How it is typed on the command line: {@code python-urllib}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
