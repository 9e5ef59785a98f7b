package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/** The kinds whose values are typed as one piece of text. */
final class ScalarKinds {
  private static final Messages TEXT = Messages.of(ScalarKinds.class);

  /** In a schema: what holds a variable may be text where a number is meant. */
  private static final Map<String, Object> VARIABLE = Map.of("type", "string", "pattern", "\\{\\{");

  private static final Map<String, Object> EMPTY = Map.of("type", "null");

  private ScalarKinds() {}

  /** The text of {@code tree}, or null where it is something else or not known yet. */
  private static @Nullable String text(Tree tree, Reading at, String expected) {
    if (!(tree instanceof Tree.Text(String text, Mark _))) {
      at.problem(expected, tree.mark());
      return null;
    }
    return at.isUnknown(text) ? null : text.strip();
  }

  /** One of {@code forms}, a variable, or nothing. */
  static Map<String, Object> anyOf(List<Map<String, Object>> forms) {
    List<Map<String, Object>> all = new ArrayList<>(forms);
    all.add(VARIABLE);
    all.add(EMPTY);
    return Map.of("anyOf", all);
  }

  record TextKind() implements Kind<String> {
    @Override
    public @Nullable String read(Tree tree, Reading at) {
      if (!(tree instanceof Tree.Text(String text, Mark _))) {
        at.problem(TEXT.get("value.text"), tree.mark());
        return null;
      }
      return at.isUnknown(text) ? null : text;
    }

    @Override
    public Tree write(String value) {
      return Tree.text(value);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", List.of("string", "number", "boolean", "null"));
    }

    @Override
    public String words() {
      return TEXT.get("kind.text");
    }

    @Override
    public boolean keepsEmpty() {
      return true;
    }
  }

  record IntegerKind(int min, int max) implements Kind<Integer> {
    @Override
    public @Nullable Integer read(Tree tree, Reading at) {
      String expected = TEXT.get("value.integer", min, max);
      String text = text(tree, at, expected);
      if (text == null) {
        return null;
      }
      // Integer.parseInt alone would take the digits of every script.
      if (text.matches("-?[0-9]{1,10}")) {
        long value = Long.parseLong(text);
        if (value >= min && value <= max) {
          return (int) value;
        }
      }
      at.problem(expected, tree.mark());
      return null;
    }

    @Override
    public Tree write(Integer value) {
      return Tree.text(value.toString());
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> number = new LinkedHashMap<>();
      number.put("type", "integer");
      number.put("minimum", min);
      number.put("maximum", max);
      return anyOf(List.of(number, Map.of("type", "string", "pattern", "^ *-?[0-9]{1,10} *$")));
    }

    @Override
    public String words() {
      return TEXT.get("kind.integer", min, max);
    }
  }

  record FlagKind() implements Kind<Boolean> {
    private static final List<String> ON = List.of("true", "yes", "on");
    private static final List<String> OFF = List.of("false", "no", "off");

    @Override
    public @Nullable Boolean read(Tree tree, Reading at) {
      String text = text(tree, at, TEXT.get("value.flag"));
      if (text == null) {
        return null;
      }
      String word = text.toLowerCase(Locale.ROOT);
      if (ON.contains(word) || OFF.contains(word)) {
        return ON.contains(word);
      }
      at.problem(TEXT.get("value.flag"), tree.mark());
      return null;
    }

    @Override
    public Tree write(Boolean value) {
      return Tree.text(value.toString());
    }

    @Override
    public Map<String, Object> schema() {
      return anyOf(
          List.of(
              Map.of("type", "boolean"),
              Map.of(
                  "type", "string", "enum", List.of("true", "false", "yes", "no", "on", "off"))));
    }

    @Override
    public String words() {
      return TEXT.get("kind.flag");
    }
  }

  record OnlyTrueKind() implements Kind<Boolean> {
    @Override
    public @Nullable Boolean read(Tree tree, Reading at) {
      Boolean flag = new FlagKind().read(tree, at);
      if (flag == null || flag) {
        return flag;
      }
      at.problem(TEXT.get("value.onlyTrue"), tree.mark());
      return null;
    }

    @Override
    public Tree write(Boolean value) {
      return Tree.text(value.toString());
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("enum", List.of(true, "true", "yes", "on"));
    }

    @Override
    public String words() {
      return TEXT.get("kind.onlyTrue");
    }
  }

  record ChoiceKind<T>(SequencedMap<String, T> choices) implements Kind<T> {
    @Override
    public @Nullable T read(Tree tree, Reading at) {
      List<String> names = List.copyOf(choices.keySet());
      String text = text(tree, at, TEXT.get("value.choice", String.join(", ", names)));
      if (text == null) {
        return null;
      }
      for (Map.Entry<String, T> choice : choices.entrySet()) {
        if (choice.getKey().equalsIgnoreCase(text)) {
          return choice.getValue();
        }
      }
      Optional<String> near = Nearest.to(text, names);
      at.problem(
          near.isPresent()
              ? TEXT.get("unknown.near", YamlReader.shown(text), near.get())
              : TEXT.get("value.choice", String.join(", ", names)),
          tree.mark());
      return null;
    }

    @Override
    public Tree write(T value) {
      return choices.entrySet().stream()
          .filter(choice -> choice.getValue().equals(value))
          .findFirst()
          .map(choice -> Tree.text(choice.getKey()))
          .orElseThrow(() -> new IllegalArgumentException("not a choice: " + value));
    }

    @Override
    public Map<String, Object> schema() {
      return anyOf(List.of(Map.of("enum", List.copyOf(choices.keySet()))));
    }

    @Override
    public String words() {
      return TEXT.get("kind.choice", String.join("`, `", choices.keySet()));
    }
  }

  record ParsedKind<T>(String words, Kinds.Parser<T> parser, Function<T, String> printer)
      implements Kind<T> {
    @Override
    public @Nullable T read(Tree tree, Reading at) {
      String text = text(tree, at, TEXT.get("value.parsed", words));
      if (text == null) {
        return null;
      }
      try {
        return parser.parse(((Tree.Text) tree).text());
      } catch (RuntimeException refused) {
        if (!(refused instanceof IllegalArgumentException)) {
          throw refused;
        }
        at.problem(reason(refused), tree.mark());
      } catch (Exception refused) {
        at.problem(reason(refused), tree.mark());
      }
      return null;
    }

    private String reason(Exception refused) {
      return Objects.requireNonNullElseGet(
          refused.getMessage(), () -> TEXT.get("value.parsed", words));
    }

    @Override
    public Tree write(T value) {
      return Tree.text(printer.apply(value));
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", List.of("string", "number", "boolean", "null"));
    }
  }
}
