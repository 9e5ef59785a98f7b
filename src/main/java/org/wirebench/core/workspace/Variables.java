package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/**
 * What <code>{{name}}</code> stands for in what the user typed. A name begins with a letter or
 * {@code _}; letters, digits, {@code _ . -} follow. <code>\{{</code> is a plain <code>{{</code>,
 * and so is one that no name and <code>}}</code> follow. What a variable stands for is not looked
 * through again, so nothing can refer to itself. Immutable.
 *
 * @param values what each name stands for, in the order of the user
 */
public record Variables(Map<String, String> values) {
  /** No variables. */
  public static final Variables NONE = new Variables(Map.of());

  /** What a name looks like, as a regular expression of any dialect. */
  public static final String NAME_PATTERN = "^[A-Za-z_][A-Za-z0-9_.-]*$";

  private static final Messages TEXT = Messages.of(Variables.class);
  private static final Pattern PLACE =
      Pattern.compile("\\\\\\{\\{|\\{\\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\\}\\}");
  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  public Variables {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether {@code name} can be the name of a variable. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The same with {@code name} standing for {@code value}. */
  public Variables with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Variables(changed);
  }

  /** The same with those of {@code others}, which win where both know a name. */
  public Variables with(Variables others) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.putAll(others.values);
    return new Variables(changed);
  }

  /** Whether {@code text} holds a variable. */
  static boolean isIn(String text) {
    return before(text).length() < text.length();
  }

  /** Whether {@code text} is one variable, and nothing beside it. */
  static boolean isOne(String text) {
    Matcher place = PLACE.matcher(text.strip());
    return place.matches() && place.group(1) != null;
  }

  /** What stands in {@code text} before its first variable; all of it where it holds none. */
  public static String before(String text) {
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if (place.group(1) != null) {
        return text.substring(0, place.start());
      }
    }
    return text;
  }

  /** The names of the variables that {@code tree} holds. */
  public static Set<String> namesIn(Tree tree) {
    Set<String> names = new TreeSet<>();
    collect(tree, names);
    return names;
  }

  private static void collect(Tree tree, Set<String> names) {
    switch (tree) {
      case Tree.Text(String text, Mark _) -> {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
          if (place.group(1) != null) {
            names.add(place.group(1));
          }
        }
      }
      case Tree.Items items -> items.items().forEach(item -> collect(item, names));
      case Tree.Fields fields -> fields.values().values().forEach(value -> collect(value, names));
    }
  }

  /**
   * {@code fields} with every variable in its texts resolved; keys stay as they are.
   *
   * @param path where they stand: {@code request}
   */
  public Bound<Tree.Fields> resolve(Tree.Fields fields, String path) {
    Reading at = Reading.resolved(path);
    Tree.Fields resolved = resolved(fields, at);
    return at.isComplete() ? new Bound.Ok<>(resolved) : new Bound.Bad<>(at.problems());
  }

  /** {@code items} with every variable in its texts resolved. */
  public Bound<Tree.Items> resolve(Tree.Items items, String path) {
    Reading at = Reading.resolved(path);
    Tree.Items resolved = resolved(items, at);
    return at.isComplete() ? new Bound.Ok<>(resolved) : new Bound.Bad<>(at.problems());
  }

  private Tree resolved(Tree tree, Reading at) {
    return switch (tree) {
      case Tree.Text text -> new Tree.Text(resolved(text, at), text.mark());
      case Tree.Items items -> resolved(items, at);
      case Tree.Fields fields -> resolved(fields, at);
    };
  }

  private Tree.Items resolved(Tree.Items items, Reading at) {
    List<Tree> resolved = new ArrayList<>();
    for (Tree item : items.items()) {
      resolved.add(resolved(item, at.at(resolved.size())));
    }
    return new Tree.Items(resolved, items.mark());
  }

  private Tree.Fields resolved(Tree.Fields fields, Reading at) {
    SequencedMap<String, Tree> resolved = new LinkedHashMap<>();
    fields.values().forEach((name, value) -> resolved.put(name, resolved(value, at.at(name))));
    return new Tree.Fields(resolved, fields.keyMarks(), fields.mark());
  }

  private String resolved(Tree.Text text, Reading at) {
    if (!text.text().contains("{{")) {
      // A body of megabytes is looked at with each key.
      return text.text();
    }
    return PLACE
        .matcher(text.text())
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1) == null ? "{{" : value(place.group(1), text.mark(), at)));
  }

  /** {@code text} with the variables that are known; others stay as they were typed. */
  public String known(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String whole = place.group();
              String name = place.group(1);
              return Matcher.quoteReplacement(
                  name == null ? "{{" : values.getOrDefault(name, whole));
            });
  }

  private String value(String name, Mark mark, Reading at) {
    String value = values.get(name);
    if (value == null) {
      at.problem(unknown(name), mark);
      return "";
    }
    return value;
  }

  /** Says that {@code name} is not known, and which name may be meant. */
  public String unknown(String name) {
    return Nearest.to(name, values.keySet())
        .map(near -> TEXT.get("variable.near", name, near))
        .orElseGet(() -> TEXT.get("variable.unknown", name));
  }
}
