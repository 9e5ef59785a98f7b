package org.wirebench.core.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file that does not say what it should; the message is {@code file:line:column: reason}. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Path path;
  private final transient Mark mark;
  private final String reason;
  private final transient List<Problem> problems;
  private final transient List<Entry> entries;

  /**
   * @param reason what is wrong, in words for the user
   */
  public DamagedFileException(Path path, Mark mark, String reason) {
    this(path, List.of(new Problem("", reason, mark)), List.of());
  }

  /**
   * @param problems what is wrong, in words for the user; at least one
   * @param entries what could be read in spite of it
   */
  DamagedFileException(Path path, List<Problem> problems, List<Entry> entries) {
    Problem first = problems.getFirst();
    super(path + ":" + first.mark().line() + ":" + first.mark().column() + ": " + first.message());
    this.path = path;
    this.mark = first.mark();
    this.reason = first.message();
    this.problems = List.copyOf(problems);
    this.entries = List.copyOf(entries);
  }

  /** All that is wrong; the first is that of the message. */
  public List<Problem> problems() {
    return problems;
  }

  /** What could be read in spite of it, in the order of the file. */
  public List<Entry> entries() {
    return entries;
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
