package org.wirebench.core.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** A file that does not say what it should; the message is {@code file:line:column: reason}. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Path path;
  private final transient Mark mark;
  private final String reason;

  /**
   * @param reason what is wrong, in words for the user
   */
  public DamagedFileException(Path path, Mark mark, String reason) {
    super(path + ":" + mark.line() + ":" + mark.column() + ": " + reason);
    this.path = path;
    this.mark = mark;
    this.reason = reason;
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The line, from 1. */
  public int line() {
    return mark.line();
  }

  /** The column, from 1. */
  public int column() {
    return mark.column();
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }
}
