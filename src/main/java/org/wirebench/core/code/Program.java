package org.wirebench.core.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A program on its way to a text: what it says of itself, what it needs, and its blocks. */
public final class Program {
  private final List<String> titles = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final TreeSet<String> imports = new TreeSet<>();
  private final StringBuilder body = new StringBuilder();

  /** Adds lines to what the program says of itself first. */
  public Program title(String lines) {
    titles.add(lines.stripTrailing());
    return this;
  }

  /** Adds what a reader has to know: above all, what the program cannot do. Once is enough. */
  public Program note(String lines) {
    notes.add(lines.stripTrailing());
    return this;
  }

  /** Adds what the program needs. */
  public Program needs(String... modules) {
    imports.addAll(List.of(modules));
    return this;
  }

  /** Adds a block, with an empty line before it. */
  public Program block(String lines) {
    if (!lines.isEmpty()) {
      body.append(body.isEmpty() ? "" : "\n").append(lines);
    }
    return this;
  }

  /** Adds lines right below those before. */
  public Program lines(String lines) {
    body.append(lines);
    return this;
  }

  /** The text at the head, without the signs of a comment. */
  public String head() {
    StringBuilder head = new StringBuilder(String.join("\n", titles)).append('\n');
    notes.forEach(note -> head.append('\n').append(note).append('\n'));
    return head.toString();
  }

  /** What the program needs, sorted. */
  public Set<String> imports() {
    return imports;
  }

  /** The blocks. */
  public String body() {
    return body.toString();
  }
}
