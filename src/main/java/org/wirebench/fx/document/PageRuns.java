package org.wirebench.fx.document;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.fx.document.PageBlock.Look;
import org.wirebench.fx.document.PageBlock.Run;

/** The text of a block as it is read: what looks alike is one run. */
final class PageRuns {
  /** How many there are at most: each is a node of its own in a cell, which is laid out at once. */
  private static final int MOST = 500;

  /** How long they are together. */
  private static final int LONGEST = 8_000;

  private final List<Run> done = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private List<Look> looks = List.of();
  private String link = "";
  private int length;

  /** Appends; {@code text} is not empty. */
  void add(String text, List<Look> as, String to) {
    if (!as.equals(looks) || !to.equals(link)) {
      end();
      looks = as;
      link = to;
    }
    words.append(text);
    length += text.length();
  }

  private void end() {
    if (!words.isEmpty()) {
      done.add(new Run(words.toString(), looks, link));
      words.setLength(0);
    }
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Whether no more should be added. */
  boolean isFull() {
    return length >= LONGEST || done.size() >= MOST - 1;
  }

  /** Takes them all. */
  List<Run> take() {
    end();
    List<Run> all = List.copyOf(done);
    done.clear();
    length = 0;
    return all;
  }
}
