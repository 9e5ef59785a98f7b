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
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

/** A list that is edited row by row: add, remove, move up. */
public final class ListEditor extends VBox {
  /** The field of a row's model that holds the item. */
  public static final String ITEM = "item";

  private static final Messages TEXT = Messages.of(ListEditor.class);

  private final ObjectProperty<Tree.Items> items =
      new SimpleObjectProperty<>(this, "items", Tree.Items.NONE);
  private final RowView rowView;
  private final Tree nothing;
  private final List<Line> lines = new ArrayList<>();
  private final VBox rows = new VBox();
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
    Button button = Describe.button(Action.of(add, Feather.PLUS, () -> add(blank)));
    button.getStyleClass().addAll("small", "flat");
    getChildren().addAll(rows, button);
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
    now.items().forEach(this::addRow);
  }

  private void add(Tree blank) {
    addRow(blank);
    write();
    rows.getChildren().getLast().lookupAll(".text-field").stream()
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void addRow(Tree item) {
    FormModel model = new FormModel(Tree.Fields.NONE.with(ITEM, item));
    model.treeProperty().addListener((_, _, _) -> write());
    Line line = new Line(model, new FieldMarks());
    lines.add(line);
    VBox view = new VBox(rowView.make(model, line.marks()), line.marks().reason());
    HBox.setHgrow(view, Priority.ALWAYS);
    HBox row = new HBox(view);
    Button up = Describe.iconButton(Feather.ARROW_UP, TEXT.get("list.up"), () -> moveUp(line, row));
    Button remove =
        Describe.iconButton(Feather.TRASH_2, TEXT.get("list.remove"), () -> remove(line, row));
    row.getChildren().addAll(up, remove);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("list-row");
    rows.getChildren().add(row);
  }

  private void moveUp(Line line, Node row) {
    int at = lines.indexOf(line);
    if (at > 0) {
      lines.remove(at);
      lines.add(at - 1, line);
      rows.getChildren().remove(row);
      rows.getChildren().add(at - 1, row);
      write();
    }
  }

  private void remove(Line line, Node row) {
    lines.remove(line);
    rows.getChildren().remove(row);
    write();
  }

  private void write() {
    writing = true;
    items.set(
        Tree.items(lines.stream().map(line -> line.model().get(ITEM).orElse(nothing)).toList()));
    writing = false;
  }
}
