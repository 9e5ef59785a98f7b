package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

/** A list that is edited row by row: add, move, duplicate, remove. */
public final class ListEditor extends VBox {
  /** The field of a row's model that holds the item. */
  public static final String ITEM = "item";

  private final ObjectProperty<Tree.Items> items =
      new SimpleObjectProperty<>(this, "items", Tree.Items.NONE);
  private final RowView rowView;
  private final Tree nothing;
  private final List<Line> lines = new ArrayList<>();
  private final VBox rows = new VBox();
  private final Button add;
  private boolean writing;

  private record Line(FormModel model, FieldMarks marks) {}

  /** Makes the controls of a row. */
  @FunctionalInterface
  public interface RowView {
    /**
     * @param row its field {@link #ITEM} is the item
     * @param marks takes the controls that are marked while something is wrong with them
     */
    Node make(FormModel row, FieldMarks marks);
  }

  /**
   * @param add what the button below the list says
   * @param blank what a new row begins with
   */
  public ListEditor(String add, Tree blank, RowView rowView) {
    this.rowView = rowView;
    this.nothing = blank instanceof Tree.Fields ? Tree.Fields.NONE : Tree.text("");
    getStyleClass().add("list-editor");
    rows.getStyleClass().add("list-rows");
    this.add = Describe.button(Action.of(add, Feather.PLUS, () -> add(blank)));
    this.add.getStyleClass().addAll("small", "flat");
    getChildren().addAll(rows, this.add);
    items.addListener(
        (_, _, now) -> {
          if (!writing) {
            load(now);
          }
        });
  }

  /** The items; changed by the user, and shown when somebody else changes them. */
  public ObjectProperty<Tree.Items> itemsProperty() {
    return items;
  }

  /** Keeps the items and the list at {@code name} of a form the same. */
  public void edit(FormModel form, String name) {
    items.set(form.items(name));
    items.addListener(
        (_, _, now) -> {
          if (!now.equals(form.items(name))) {
            form.set(name, now);
          }
        });
    form.treeProperty()
        .addListener(
            (_, _, _) -> {
              if (!form.items(name).equals(items.get())) {
                items.set(form.items(name));
              }
            });
  }

  /**
   * Shows what is wrong with the rows, in each.
   *
   * @param path where the row of a number stands: {@code request.macros[1]}
   * @return those of the problems that are about a row
   */
  public List<Problem> showProblems(IntFunction<String> path, List<Problem> problems) {
    List<Problem> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      shown.addAll(lines.get(i).marks().show(path.apply(i), problems));
    }
    return shown;
  }

  private void load(Tree.Items now) {
    lines.clear();
    rows.getChildren().clear();
    now.items().forEach(item -> insert(lines.size(), item));
  }

  private void add(Tree blank) {
    insert(lines.size(), blank);
    write();
    rows.getChildren().getLast().lookupAll(".text-field").stream()
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void insert(int at, Tree item) {
    FormModel model = new FormModel(Tree.Fields.NONE.with(ITEM, item));
    model.treeProperty().addListener((_, _, _) -> write());
    Line line = new Line(model, new FieldMarks());
    lines.add(at, line);
    VBox view = new VBox(rowView.make(model, line.marks()), line.marks().reason());
    HBox.setHgrow(view, Priority.ALWAYS);
    RowMenu menu = new RowMenu(new Place(line));
    HBox row = new HBox(view, menu);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("list-row");
    menu.listenIn(row);
    rows.getChildren().add(at, row);
  }

  /** One row among the others. */
  private final class Place implements RowMenu.Rows {
    private final Line line;

    Place(Line line) {
      this.line = line;
    }

    @Override
    public int at() {
      return lines.indexOf(line);
    }

    @Override
    public int count() {
      return lines.size();
    }

    @Override
    public void move(int to) {
      int from = at();
      Node focused = getScene() == null ? null : getScene().getFocusOwner();
      lines.add(to, lines.remove(from));
      Node row = rows.getChildren().remove(from);
      rows.getChildren().add(to, row);
      write();
      // What leaves the window for a moment loses the focus, and the next key would go nowhere.
      if (focused != null) {
        focused.requestFocus();
      }
    }

    @Override
    public void duplicate() {
      int below = at() + 1;
      insert(below, line.model().get(ITEM).orElse(nothing));
      write();
      focusMenu(below);
    }

    @Override
    public void remove() {
      int from = at();
      lines.remove(from);
      rows.getChildren().remove(from);
      write();
      focusMenu(Math.min(from, lines.size() - 1));
    }
  }

  /** So that the next key does something to the row that is in the place now. */
  private void focusMenu(int at) {
    if (at < 0) {
      add.requestFocus();
    } else {
      ((HBox) rows.getChildren().get(at)).getChildren().getLast().requestFocus();
    }
  }

  private void write() {
    writing = true;
    items.set(
        Tree.items(lines.stream().map(line -> line.model().get(ITEM).orElse(nothing)).toList()));
    writing = false;
  }
}
