package org.wirebench.fx;

import java.util.Optional;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;

/** What an entry talks to, in a few words, so that entries of the same name can be told apart. */
public final class Targets {
  private Targets() {}

  /** Host and port, or the path of a socket; empty where the entry names neither. */
  public static String of(Entry entry) {
    Tree.Fields request = entry.request();
    Optional<String> host = request.text("host").filter(text -> !text.isBlank());
    Optional<String> port = request.text("port").filter(text -> !text.isBlank());
    if (host.isEmpty() && port.isEmpty()) {
      return request.text("path").orElse("");
    }
    String shown = host.orElse("*");
    boolean six = shown.contains(":") && !shown.startsWith("[");
    return (six ? "[" + shown + "]" : shown) + port.map(number -> ":" + number).orElse("");
  }

  /** The name of an entry, and what it talks to where the name does not say so. */
  public static String name(Entry entry) {
    String target = of(entry);
    boolean said = target.isEmpty() || entry.name().contains(target);
    return said ? entry.name() : entry.name() + " · " + target;
  }
}
