package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;

/**
 * A text with places that a call fills: <code>${path.name} ${query.name} ${header.Name} ${body}
 * ${counter} ${time} ${uuid} ${random}</code>. <code>$${</code> stands for <code>${</code>.
 */
public final class MockTemplate {
  private static final Messages TEXT = Messages.of(MockTemplate.class);
  private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
  private static final Pattern NAMED = Pattern.compile("(path|query|header)\\.(.+)");
  private static final List<String> WORDS = List.of("body", "counter", "time", "uuid", "random");

  private final List<Part> parts;

  private MockTemplate(List<Part> parts) {
    this.parts = parts;
  }

  /** What a place is filled with. */
  @FunctionalInterface
  interface Values {
    /**
     * The text for a place.
     *
     * @param kind {@code path}, {@code query}, {@code header}, or a word that has no name
     */
    String of(String kind, String name) throws Exception;
  }

  private sealed interface Part {
    record Plain(String text) implements Part {}

    record Place(String kind, String name) implements Part {}
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when a place is unknown; the message is for people
   */
  public static MockTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      parts.add(new Part.Plain(text.substring(end, place.start())));
      parts.add(
          place.group(1) == null
              ? new Part.Plain("${")
              : place(place.group(1), place.group(2).isEmpty()));
      end = place.end();
    }
    parts.add(new Part.Plain(text.substring(end)));
    return new MockTemplate(List.copyOf(parts));
  }

  /** What can stand behind {@code path.} while a route has this path; none where it is wrong. */
  public static List<String> pathNames(String path) {
    try {
      return PathPattern.parse(path).names();
    } catch (IllegalArgumentException notYet) {
      return List.of();
    }
  }

  private static Part place(String text, boolean isOpen) {
    Matcher named = NAMED.matcher(text);
    if (!isOpen && named.matches()) {
      return new Part.Place(named.group(1), named.group(2));
    }
    if (!isOpen && WORDS.contains(text)) {
      return new Part.Place(text, "");
    }
    throw new IllegalArgumentException(
        isOpen
            ? TEXT.get("template.open")
            : TEXT.get("template.unknown", text, String.join(", ", WORDS)));
  }

  /**
   * Checks that the names of the path are there.
   *
   * @throws IllegalArgumentException when one is not; the message is for people
   */
  void checkNames(List<String> known) {
    for (Part part : parts) {
      if (part instanceof Part.Place(String kind, String name)
          && kind.equals("path")
          && !known.contains(name)) {
        throw new IllegalArgumentException(TEXT.get("template.path", name));
      }
    }
  }

  String fill(Values values) throws Exception {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          switch (part) {
            case Part.Plain(String text) -> text;
            case Part.Place(String kind, String name) -> values.of(kind, name);
          });
    }
    return filled.toString();
  }
}
