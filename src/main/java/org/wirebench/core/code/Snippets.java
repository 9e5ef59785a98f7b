package org.wirebench.core.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pieces of programs, from a resource of a package: each begins with a line {@code === name} and
 * may have places <code>&#123;{name}}</code>. A place that stands alone in its line takes a text of
 * several lines, or of none.
 */
public final class Snippets {
  private static final Pattern PLACE =
      Pattern.compile("(?m)^( *)\\{\\{(?<alone>\\w+)}}\n|\\{\\{(?<within>\\w+)}}");
  private static final String HEAD = "=== ";

  private final String resource;
  private final Map<String, String> pieces = new LinkedHashMap<>();

  private Snippets(String resource, String text) {
    this.resource = resource;
    for (String piece : ("\n" + text).split("\n" + HEAD)) {
      int end = piece.indexOf('\n');
      if (end > 0) {
        pieces.put(piece.substring(0, end).strip(), piece.substring(end + 1).stripTrailing());
      }
    }
  }

  /** Reads {@code resource} of the package of {@code user}. */
  public static Snippets of(Class<?> user, String resource) {
    try (InputStream in = user.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new Snippets(resource, new String(in.readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of the pieces. */
  public Set<String> names() {
    return Set.copyOf(pieces.keySet());
  }

  /**
   * The lines of a piece, each ending in a line end.
   *
   * @param values a name and a text, a name and a text, …; each place needs one
   */
  public String get(String name, String... values) {
    String piece = pieces.get(name);
    if (piece == null) {
      throw new IllegalArgumentException("no piece " + name + " in " + resource);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      all.put(values[i], values[i + 1]);
    }
    // In one go: what is filled in is not looked through for places again.
    return PLACE
        .matcher(piece + "\n")
        .replaceAll(
            place -> {
              String alone = place.group("alone");
              String key = alone == null ? place.group("within") : alone;
              String value = all.get(key);
              if (value == null) {
                throw new IllegalArgumentException("nothing for " + key + " of " + name);
              }
              return Matcher.quoteReplacement(
                  alone == null ? value.stripTrailing() : indented(value, place.group(1)));
            });
  }

  private static String indented(String lines, String margin) {
    return lines
        .lines()
        .map(line -> line.isEmpty() ? "\n" : margin + line + "\n")
        .collect(Collectors.joining());
  }
}
