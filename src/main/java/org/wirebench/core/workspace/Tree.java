package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What was typed: a tree of text. Nothing in it is a number or a flag yet, and nothing need be
 * valid. Immutable.
 */
public sealed interface Tree {
  /** Where it stands in its file. */
  Mark mark();

  /** The same without any marks, so that two trees can be compared for what they say. */
  Tree plain();

  /** A text without a mark. */
  static Text text(String text) {
    return new Text(text, Mark.NONE);
  }

  /** A list without a mark. */
  static Items items(List<? extends Tree> items) {
    return new Items(List.copyOf(items), Mark.NONE);
  }

  /** A list of texts without a mark. */
  static Items texts(List<String> texts) {
    return items(texts.stream().map(Tree::text).toList());
  }

  /** A scalar, exactly as it was typed. */
  record Text(String text, Mark mark) implements Tree {
    @Override
    public Text plain() {
      return new Text(text, Mark.NONE);
    }
  }

  /** A list. */
  record Items(List<Tree> items, Mark mark) implements Tree {
    /** No items. */
    public static final Items NONE = new Items(List.of(), Mark.NONE);

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Items plain() {
      return new Items(items.stream().map(Tree::plain).toList(), Mark.NONE);
    }
  }

  /**
   * Named fields, in the order in which they were typed.
   *
   * @param values what the names stand for
   * @param keyMarks where the names stand; none for what did not come from a file
   */
  record Fields(SequencedMap<String, Tree> values, Map<String, Mark> keyMarks, Mark mark)
      implements Tree {
    /** No fields. */
    public static final Fields NONE = new Fields(new LinkedHashMap<>(), Map.of(), Mark.NONE);

    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
      keyMarks = Map.copyOf(keyMarks);
    }

    /** Fields that did not come from a file. */
    public static Fields of(SequencedMap<String, Tree> values) {
      return new Fields(values, Map.of(), Mark.NONE);
    }

    /** What {@code name} stands for. */
    public Optional<Tree> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /** The text that {@code name} stands for; empty also where it stands for something else. */
    public Optional<String> text(String name) {
      return values.get(name) instanceof Text(String text, Mark _)
          ? Optional.of(text)
          : Optional.empty();
    }

    /** Where {@code name} stands, or else where all this begins. */
    public Mark markOf(String name) {
      return keyMarks.getOrDefault(name, mark);
    }

    /** The same with {@code name} standing for {@code value}, at the end if it is new. */
    public Fields with(String name, Tree value) {
      SequencedMap<String, Tree> changed = new LinkedHashMap<>(values);
      changed.put(name, value);
      return new Fields(changed, keyMarks, mark);
    }

    /** The same with {@code name} standing for {@code text}. */
    public Fields with(String name, String text) {
      return with(name, Tree.text(text));
    }

    /** The same without {@code name}. */
    public Fields without(String name) {
      SequencedMap<String, Tree> changed = new LinkedHashMap<>(values);
      changed.remove(name);
      return new Fields(changed, keyMarks, mark);
    }

    /** The names, in their order. */
    public List<String> names() {
      return new ArrayList<>(values.keySet());
    }

    @Override
    public Fields plain() {
      SequencedMap<String, Tree> bare = new LinkedHashMap<>();
      values.forEach((name, value) -> bare.put(name, value.plain()));
      return Fields.of(bare);
    }
  }
}
