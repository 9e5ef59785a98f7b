package org.wirebench.fx.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph of a page, or what is like one.
 *
 * @param indent how deep it is in lists and quotations
 * @param marker what stands before it: the point or the number in a list; may be empty
 */
record PageBlock(Kind kind, int indent, String marker, List<Run> runs) {
  /** What it is. */
  enum Kind {
    PARAGRAPH,
    HEADING1,
    HEADING2,
    HEADING3,
    PRE,
    ROW,
    RULE
  }

  /** How letters look. */
  enum Look {
    BOLD,
    ITALIC,
    CODE,
    MUTED,
    LINK
  }

  /**
   * A text in one look.
   *
   * @param text safe to show
   * @param link where it leads, safe to show; empty for nowhere
   */
  record Run(String text, List<Look> looks, String link) {}

  PageBlock {
    runs = List.copyOf(runs);
  }

  /** All of it, as it is copied. */
  String text() {
    return marker + runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** Where its links lead. */
  List<String> links() {
    return runs.stream().map(Run::link).filter(link -> !link.isEmpty()).distinct().toList();
  }
}
