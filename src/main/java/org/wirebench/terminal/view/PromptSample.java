package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Lines with prompts. Where there are too many, one stands for those that are close to it, and one
 * whose command failed rather than another, so that there is an end to what is kept.
 */
final class PromptSample {
  /** More than a scroll bar has pixels. */
  static final int MOST = 2048;

  private final TreeMap<Long, Mark> marks = new TreeMap<>();

  /** Lines whose numbers differ in so many of their last bits are close to each other. */
  private int shift;

  /**
   * A line with a prompt.
   *
   * @param line its number, see {@link org.wirebench.terminal.engine.Position#line}
   * @param failed whether the command that was typed there failed
   */
  record Mark(long line, boolean failed) {}

  PromptSample() {}

  /** The same marks again. */
  PromptSample(PromptSample other) {
    marks.putAll(other.marks);
    shift = other.shift;
  }

  void add(Mark mark) {
    put(mark);
    while (marks.size() > MOST) {
      List<Mark> all = all();
      marks.clear();
      shift++;
      all.forEach(this::put);
    }
  }

  private void put(Mark mark) {
    marks.merge(mark.line >> shift, mark, (one, other) -> other.failed ? other : one);
  }

  /** Forgets the lines before this one. */
  void dropBefore(long line) {
    while (!marks.isEmpty() && marks.firstEntry().getValue().line < line) {
      marks.pollFirstEntry();
    }
  }

  /** Forgets this line and those behind it. */
  void dropFrom(long line) {
    while (!marks.isEmpty() && marks.lastEntry().getValue().line >= line) {
      marks.pollLastEntry();
    }
  }

  /** The marks in the order of their lines. */
  List<Mark> all() {
    return new ArrayList<>(marks.values());
  }
}
