package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;

/** A text that is searched for, in any case, as it is typed. */
record Needle(Pattern pattern) {
  static Needle of(String text) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.LITERAL;
    return new Needle(Pattern.compile(text, flags));
  }

  /**
   * A hit.
   *
   * @param to behind its last cell
   */
  record Hit(Position from, Position to) {}

  /** The hits in a line, or in the part of a line that is kept together. */
  List<Hit> in(LineText line) {
    List<Hit> hits = new ArrayList<>();
    find(line, hits::add);
    return hits;
  }

  /** The same, one by one. */
  void find(LineText line, Consumer<Hit> each) {
    Matcher matcher = pattern.matcher(line.text());
    while (matcher.find()) {
      each.accept(new Hit(line.position(matcher.start()), line.position(matcher.end())));
    }
  }
}
