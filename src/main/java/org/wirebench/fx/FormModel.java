package org.wirebench.fx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;

/**
 * What is typed into a form, as the tree of text that a file keeps: valid or not, nothing is lost,
 * not even fields that the form does not show. A field whose text is empty is not in the tree.
 */
public final class FormModel {
  private final ReadOnlyObjectWrapper<Tree.Fields> tree =
      new ReadOnlyObjectWrapper<>(this, "tree", Tree.Fields.NONE);
  private final Map<String, StringProperty> texts = new LinkedHashMap<>();
  private final Map<String, StringProperty> words = new LinkedHashMap<>();
  private final Map<String, Tagged> tagged = new LinkedHashMap<>();
  private boolean loading;

  public FormModel(Tree.Fields initial) {
    load(initial);
  }

  /**
   * A text with a tag that says how it is to be read: {@code when: hello} has the short tag, {@code
   * when: {regex: h.*}} the tag {@code regex}.
   */
  public record Tagged(StringProperty tag, StringProperty text, String shortTag) {}

  /** What is typed now. */
  public ReadOnlyObjectProperty<Tree.Fields> treeProperty() {
    return tree.getReadOnlyProperty();
  }

  /** What is typed now. */
  public Tree.Fields tree() {
    return tree.get();
  }

  /**
   * Whether the tree changes because {@linkplain #load all of it is replaced}, and not by an edit.
   */
  public boolean isLoading() {
    return loading;
  }

  /** Replaces everything that is typed. */
  public void load(Tree.Fields now) {
    loading = true;
    try {
      tree.set(now.plain());
      texts.forEach((path, property) -> property.set(textAt(path)));
      words.forEach((path, property) -> property.set(wordsAt(path)));
      tagged.forEach(this::loadTagged);
    } finally {
      loading = false;
    }
  }

  /**
   * The text of the field at {@code path}: a name, or several with dots between them. The same
   * property each time.
   */
  public StringProperty text(String path) {
    StringProperty known = texts.get(path);
    if (known != null) {
      return known;
    }
    StringProperty property = new SimpleStringProperty(this, path, textAt(path));
    property.addListener((_, _, now) -> edited(() -> put(path, Tree.text(now))));
    texts.put(path, property);
    return property;
  }

  /** The list of texts at {@code path}, as one text with commas. The same property each time. */
  public StringProperty words(String path) {
    StringProperty known = words.get(path);
    if (known != null) {
      return known;
    }
    StringProperty property = new SimpleStringProperty(this, path, wordsAt(path));
    property.addListener((_, _, now) -> edited(() -> put(path, split(now))));
    words.put(path, property);
    return property;
  }

  private static Tree split(String typed) {
    return Tree.texts(
        Arrays.stream(typed.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList());
  }

  /**
   * The tagged text of the field at {@code name}: a name, or several with dots between them.
   *
   * @param shortTag the tag of a text that stands alone
   */
  public Tagged tagged(String name, String shortTag) {
    Tagged known = tagged.get(name);
    if (known != null) {
      return known;
    }
    Tagged made =
        new Tagged(
            new SimpleStringProperty(this, "tag", shortTag),
            new SimpleStringProperty(this, name, ""),
            shortTag);
    tagged.put(name, made);
    loadTagged(name, made);
    Runnable write = () -> edited(() -> writeTagged(name, made));
    made.tag().addListener((_, _, _) -> write.run());
    made.text().addListener((_, _, _) -> write.run());
    return made;
  }

  private void loadTagged(String name, Tagged to) {
    switch (at(name).orElse(Tree.text(""))) {
      case Tree.Text(String text, Mark _) -> {
        to.tag().set(to.shortTag());
        to.text().set(text);
      }
      case Tree.Fields fields when fields.values().size() == 1 -> {
        String tag = fields.names().getFirst();
        to.tag().set(tag);
        to.text().set(fields.text(tag).orElse(""));
      }
      case Tree _ -> to.text().set("");
    }
  }

  private void writeTagged(String path, Tagged from) {
    String text = from.text().get();
    put(
        path,
        from.tag().get().equals(from.shortTag())
            ? Tree.text(text)
            : Tree.Fields.NONE.with(from.tag().get(), text));
  }

  /** What stands at {@code name}, for what is more than a text. */
  public Optional<Tree> get(String name) {
    return tree().get(name);
  }

  /** The list at {@code name}; empty where there is none. */
  public Tree.Items items(String name) {
    return tree().get(name).orElse(Tree.Items.NONE) instanceof Tree.Items items
        ? items
        : Tree.Items.NONE;
  }

  /** Puts {@code value} at {@code name}; takes the field away where it is empty. */
  public void set(String name, Tree value) {
    tree.set(isEmpty(value) ? tree().without(name) : tree().with(name, value));
  }

  private static boolean isEmpty(Tree value) {
    return switch (value) {
      case Tree.Text(String text, Mark _) -> text.isEmpty();
      case Tree.Items items -> items.items().isEmpty();
      case Tree.Fields fields -> fields.values().isEmpty();
    };
  }

  private void edited(Runnable write) {
    if (!loading) {
      write.run();
    }
  }

  private void put(String path, Tree value) {
    tree.set(with(tree(), path, value));
  }

  private static Tree.Fields with(Tree.Fields fields, String path, Tree value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Tree now = dot < 0 ? value : with(inside(fields, name), path.substring(dot + 1), value);
    return isEmpty(now) ? fields.without(name) : fields.with(name, now);
  }

  private static Tree.Fields inside(Tree.Fields fields, String name) {
    return fields.get(name).orElse(Tree.Fields.NONE) instanceof Tree.Fields inner
        ? inner
        : Tree.Fields.NONE;
  }

  private Optional<Tree> at(String path) {
    Tree.Fields fields = tree();
    String rest = path;
    for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      fields = inside(fields, rest.substring(0, dot));
      rest = rest.substring(dot + 1);
    }
    return fields.get(rest);
  }

  private String textAt(String path) {
    return at(path).orElse(Tree.Items.NONE) instanceof Tree.Text(String text, Mark _) ? text : "";
  }

  private String wordsAt(String path) {
    return switch (at(path).orElse(Tree.Items.NONE)) {
      case Tree.Text(String text, Mark _) -> text;
      case Tree.Items items ->
          items.items().stream()
              .map(item -> item instanceof Tree.Text(String text, Mark _) ? text : "")
              .collect(Collectors.joining(", "));
      case Tree.Fields _ -> "";
    };
  }
}
