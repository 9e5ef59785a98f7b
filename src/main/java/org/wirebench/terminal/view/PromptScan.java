package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/**
 * Finds the prompts of a terminal, as a shell marks them (OSC 133): those above the screen once,
 * those on it each time. One job at a time.
 */
final class PromptScan {
  /** How many places are found while nothing else can look: each may be read from a file. */
  private static final int PLACES = 8;

  private final Terminal terminal;
  private final PromptSample above = new PromptSample();
  private Position next = new Position(0, 0);

  /** The line of the last prompt above {@link #next}, or -1. */
  private long last = -1;

  PromptScan(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * A prompt.
   *
   * @param row where it is, from 0 for the first row of the scrollback
   * @param failed whether the command that was typed there failed
   */
  record Found(int row, boolean failed) {}

  /** Where prompts are, from the first on; up to some thousand of however many there are. */
  List<Found> look(JobContext context) {
    boolean more = true;
    while (more) {
      context.checkCancelled();
      more = above();
    }
    List<PromptSample.Mark> marks = withScreen();
    List<Found> found = new ArrayList<>(marks.size());
    for (int from = 0; from < marks.size(); from += PLACES) {
      context.checkCancelled();
      find(marks.subList(from, Math.min(marks.size(), from + PLACES)), found);
    }
    return found;
  }

  /** Whether there are more lines above the screen. */
  private boolean above() {
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      if (screen.isAlternate()) {
        return false;
      }
      Positions positions = screen.positions();
      Position end = begin(screen, positions);
      keep(positions.first(), end);
      Portion portion = new Portion();
      while (portion.isOpen() && next.compareTo(end) < 0) {
        Optional<LineText> line = positions.text(next);
        if (line.isEmpty()) {
          return false;
        }
        last = take(line.get(), last, above);
        portion.add(line.get());
        next = line.get().next();
      }
      return next.compareTo(end) < 0;
    } finally {
      terminal.unlock();
    }
  }

  /** The begin of the line of the first row of the screen, which may still change. */
  private static Position begin(ScreenView screen, Positions positions) {
    return new Position(positions.at(screen.scrollback(), 0).line(), 0);
  }

  /** Forgets lines that were dropped, and those that came back to the screen. */
  private void keep(Position first, Position end) {
    above.dropBefore(first.line());
    above.dropFrom(end.line());
    if (next.compareTo(first) < 0) {
      next = first;
    } else if (next.compareTo(end) > 0) {
      next = end;
      List<PromptSample.Mark> left = above.all();
      last = left.isEmpty() ? -1 : left.getLast().line();
    }
  }

  /** Adds what a line says; the line of the last prompt up to it. */
  private static long take(LineText line, long before, PromptSample into) {
    if (before >= 0 && line.prompt().isAfterFailure()) {
      into.add(new PromptSample.Mark(before, true));
    }
    if (!line.prompt().isPrompt()) {
      return before;
    }
    into.add(new PromptSample.Mark(line.begin().line(), false));
    return line.begin().line();
  }

  private List<PromptSample.Mark> withScreen() {
    PromptSample all = new PromptSample(above);
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      if (screen.isAlternate()) {
        return List.of();
      }
      Positions positions = screen.positions();
      long before = last;
      Optional<LineText> line = positions.text(begin(screen, positions));
      while (line.isPresent()) {
        before = take(line.get(), before, all);
        line = positions.text(line.get().next());
      }
      return all.all();
    } finally {
      terminal.unlock();
    }
  }

  private void find(List<PromptSample.Mark> marks, List<Found> found) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      for (PromptSample.Mark mark : marks) {
        int row = positions.find(new Position(mark.line(), 0)).row();
        found.add(new Found(row, mark.failed()));
      }
    } finally {
      terminal.unlock();
    }
  }
}
