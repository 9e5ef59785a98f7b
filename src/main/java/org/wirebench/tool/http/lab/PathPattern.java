package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Percent;

/**
 * A pattern of paths. A segment <code>{name}</code> stands for any one segment that is not empty, a
 * segment {@code *} for any one, and at the end for any number of them, also none.
 */
final class PathPattern {
  /** What a star at the end is called among the names. */
  static final String REST = "*";

  private static final Messages TEXT = Messages.of(PathPattern.class);
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

  private final String text;
  private final List<String> segments;
  private final List<String> names;

  private PathPattern(String text, List<String> segments, List<String> names) {
    this.text = text;
    this.segments = segments;
    this.names = names;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none; the message is for people
   */
  static PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(TEXT.get("pattern.slash"));
    }
    if (text.chars().anyMatch(c -> c == '?' || c == '#' || c <= ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(TEXT.get("pattern.path"));
    }
    List<String> segments = List.of(text.substring(1).split("/", -1));
    List<String> names = new ArrayList<>();
    for (String segment : segments) {
      Matcher name = NAME.matcher(segment);
      boolean isName = name.matches();
      if (!isName && (segment.contains("{") || segment.contains("}"))) {
        throw new IllegalArgumentException(TEXT.get("pattern.name", segment));
      }
      if (isName && names.contains(name.group(1))) {
        throw new IllegalArgumentException(TEXT.get("pattern.twice", name.group(1)));
      }
      if (isName) {
        names.add(name.group(1));
      }
    }
    if (segments.getLast().equals(REST)) {
      names.add(REST);
    }
    return new PathPattern(text, segments, List.copyOf(names));
  }

  /** The segments of a path as it was sent, each decoded, so that a slash in one stays in it. */
  static List<String> segments(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return Arrays.stream(relative.split("/", -1)).map(Percent::decode).toList();
  }

  /** The names that a match fills; a star at the end is {@link #REST}. */
  List<String> names() {
    return names;
  }

  /** The first segment. */
  String head() {
    return segments.getFirst();
  }

  /** What the names stand for in a path; empty where the path is of another pattern. */
  Optional<Map<String, String>> match(List<String> path) {
    boolean open = isOpen();
    int fixed = fixed();
    if (open ? path.size() < fixed : path.size() != fixed) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < fixed; i++) {
      if (!matches(segments.get(i), path.get(i), found)) {
        return Optional.empty();
      }
    }
    if (open) {
      found.put(REST, String.join("/", path.subList(fixed, path.size())));
    }
    return Optional.of(found);
  }

  /** Whether every path of {@code other} is one of these too. */
  boolean covers(PathPattern other) {
    int own = fixed();
    int others = other.fixed();
    // Every path has one segment at least.
    if (isOpen() ? Math.max(1, others) < own : other.isOpen() || others != own) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      if (!covers(segments.get(i), other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean covers(String segment, String other) {
    if (segment.equals(REST)) {
      return true;
    }
    boolean any = NAME.matcher(other).matches();
    if (other.equals(REST)) {
      return false;
    }
    return NAME.matcher(segment).matches()
        ? any || !other.isEmpty()
        : !any && Percent.decode(segment).equals(Percent.decode(other));
  }

  private boolean isOpen() {
    return segments.getLast().equals(REST);
  }

  /** How many segments there are at least. */
  private int fixed() {
    return isOpen() ? segments.size() - 1 : segments.size();
  }

  private static boolean matches(String segment, String actual, Map<String, String> found) {
    Matcher name = NAME.matcher(segment);
    if (name.matches()) {
      found.put(name.group(1), actual);
      return !actual.isEmpty();
    }
    return segment.equals(REST) || Percent.decode(segment).equals(actual);
  }

  @Override
  public String toString() {
    return text;
  }
}
