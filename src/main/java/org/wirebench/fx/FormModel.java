package org.wirebench.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  /** Replaces everything that is typed. */
  public void load(Tree.Fields now) {
    loading = true;
    try {
      tree.set(now.plain());
      texts.forEach((path, property) -> property.set(textAt(path)));
      tagged.forEach(this::loadTagged);
    } finally {
      loading = false;
    }
  }

  /**
   * The text of the field at {@code path}: a name, or two with a dot between them. The same
   * property each time.
   */
  public StringProperty text(String path) {
    StringProperty known = texts.get(path);
    if (known != null) {
      return known;
    }
    StringProperty property = new SimpleStringProperty(this, path, textAt(path));
    property.addListener((_, _, now) -> edited(() -> put(path, now)));
    texts.put(path, property);
    return property;
  }

  /**
   * The tagged text of the field {@code name}.
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
    switch (tree().get(name).orElse(Tree.text(""))) {
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

  private void writeTagged(String name, Tagged from) {
    String text = from.text().get();
    if (from.tag().get().equals(from.shortTag())) {
      set(name, Tree.text(text));
    } else {
      set(name, Tree.Fields.NONE.with(from.tag().get(), text));
    }
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

  private void put(String path, String text) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      set(path, Tree.text(text));
      return;
    }
    String name = path.substring(0, dot);
    String inner = path.substring(dot + 1);
    Tree.Fields fields = fieldsAt(name);
    set(name, text.isEmpty() ? fields.without(inner) : fields.with(inner, text));
  }

  private Tree.Fields fieldsAt(String name) {
    return tree().get(name).orElse(Tree.Fields.NONE) instanceof Tree.Fields fields
        ? fields
        : Tree.Fields.NONE;
  }

  private String textAt(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? tree().text(path).orElse("")
        : fieldsAt(path.substring(0, dot)).text(path.substring(dot + 1)).orElse("");
  }
}
