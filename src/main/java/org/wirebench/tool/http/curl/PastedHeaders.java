package org.wirebench.tool.http.curl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;

/** The headers of a command, of which some become other fields of the request. */
final class PastedHeaders {
  private static final Messages TEXT = Messages.of(PastedHeaders.class);

  /** A header; a value that is empty on purpose is one, {@code off} is none at all. */
  private record Line(String name, String value, boolean off) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final List<String> notes;

  PastedHeaders(Given given, List<String> notes) {
    this.notes = notes;
    given.all("header").forEach(this::read);
    given.last("user-agent").ifPresent(agent -> addFirst("User-Agent", agent));
    given
        .last("referer")
        .map(from -> from.replaceFirst(";auto$", ""))
        .filter(from -> !from.isEmpty())
        .ifPresent(from -> addFirst("Referer", from));
    given.last("range").ifPresent(range -> addFirst("Range", "bytes=" + range));
    cookies(given.all("cookie"));
  }

  private void read(String typed) {
    int colon = typed.indexOf(':', 1);
    if (typed.startsWith("@")) {
      notes.add(TEXT.get("header.file", Escapes.display(typed.substring(1))));
    } else if (typed.startsWith(":")) {
      // Browsers of old wrote what HTTP/2 says beside the headers (RFC 9113 section 8.3).
      notes.add(TEXT.get("header.pseudo", Escapes.display(typed)));
    } else if (colon > 0) {
      String value = typed.substring(colon + 1).strip();
      add(typed.substring(0, colon).strip(), value, value.isEmpty());
    } else if (typed.endsWith(";")) {
      add(typed.substring(0, typed.length() - 1).strip(), "", false);
    } else {
      notes.add(TEXT.get("header.none", Escapes.display(typed)));
    }
  }

  private void add(String name, String value, boolean off) {
    if (name.equalsIgnoreCase("Content-Length")) {
      notes.add(TEXT.get("header.length"));
    } else {
      lines.add(new Line(name, value, off));
    }
  }

  /** What an option says holds unless a header says it too; nothing at all takes it away. */
  private void addFirst(String name, String value) {
    if (!has(name)) {
      lines.addFirst(new Line(name, value, value.isEmpty()));
    }
  }

  private void cookies(List<String> given) {
    List<String> pairs = new ArrayList<>();
    for (String one : given) {
      if (one.contains("=")) {
        pairs.add(one);
      } else if (!one.isEmpty()) {
        notes.add(TEXT.get("cookie.file", Escapes.display(one)));
      }
    }
    if (!pairs.isEmpty()) {
      lines.add(new Line("Cookie", String.join("; ", pairs), false));
    }
  }

  /** Whether there is one of this name, sent or kept from being sent. */
  boolean has(String name) {
    return lines.stream().anyMatch(line -> line.is(name));
  }

  /** Adds a header where none of this name is. */
  void otherwise(String name, String value) {
    if (!has(name)) {
      lines.add(new Line(name, value, false));
    }
  }

  /** The value of the only header of this name that is sent; empty where there are several. */
  Optional<String> value(String name) {
    List<Line> found = lines.stream().filter(line -> line.is(name)).toList();
    return found.size() == 1 && !found.getFirst().off()
        ? Optional.of(found.getFirst().value())
        : Optional.empty();
  }

  /** Takes the headers of this name away: another field says it. */
  void remove(String name) {
    lines.removeIf(line -> line.is(name));
  }

  /** Who asks, where a header says so in a way that the form has a place for. */
  Optional<Tree> authorization() {
    String typed = value("Authorization").orElse("");
    int blank = typed.indexOf(' ');
    if (blank < 0) {
      return Optional.empty();
    }
    String rest = typed.substring(blank + 1).strip();
    Optional<Tree> read =
        switch (typed.substring(0, blank).toLowerCase(Locale.ROOT)) {
          case "bearer" -> Optional.of(fields("bearer", Tree.text(rest)));
          case "basic" -> login(rest);
          default -> Optional.empty();
        };
    if (read.isPresent()) {
      remove("Authorization");
    }
    return read;
  }

  private static Optional<Tree> login(String encoded) {
    try {
      String[] login = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
      return login.length < 2
          ? Optional.empty()
          : Optional.of(fields("basic", login(login[0], login[1])));
    } catch (IllegalArgumentException variableOrWrong) {
      // It stays the header that it is.
      return Optional.empty();
    }
  }

  /** A user and a password as they are typed. */
  static Tree.Fields login(String user, String password) {
    return Tree.Fields.NONE.with("user", user).with("password", password);
  }

  static Tree.Fields fields(String name, Tree value) {
    SequencedMap<String, Tree> one = new LinkedHashMap<>();
    one.put(name, value);
    return Tree.Fields.of(one);
  }

  /** The headers that are left, as they are typed. */
  List<Tree> trees() {
    return lines.stream().map(PastedHeaders::tree).toList();
  }

  private static Tree tree(Line line) {
    return line.off()
        ? Tree.Fields.NONE.with("name", line.name()).with("value", "").with("off", "true")
        : Tree.text((line.name() + ": " + line.value()).strip());
  }
}
