package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
import org.wirebench.core.workspace.Tree;

/** A list that is edited row by row: add, remove, move up. */
public final class ListEditor extends VBox {
  /** The field of a row's model that holds the item. */
  public static final String ITEM = "item";

  private static final Messages TEXT = Messages.of(ListEditor.class);

  private final ObjectProperty<Tree.Items> items =
      new SimpleObjectProperty<>(this, "items", Tree.Items.NONE);
  private final Function<FormModel, Node> rowView;
  private final Tree nothing;
  private final List<FormModel> models = new ArrayList<>();
  private final VBox rows = new VBox();
  private boolean writing;

  /**
   * @param add what the button below the list says
   * @param blank what a new row begins with
   * @param rowView makes the controls of a row; the item is the field {@link #ITEM} of the model
   */
  public ListEditor(String add, Tree blank, Function<FormModel, Node> rowView) {
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

  private void load(Tree.Items now) {
    models.clear();
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
    models.add(model);
    model.treeProperty().addListener((_, _, _) -> write());
    Node view = rowView.apply(model);
    HBox.setHgrow(view, Priority.ALWAYS);
    HBox row = new HBox(view);
    Button up =
        Describe.iconButton(Feather.ARROW_UP, TEXT.get("list.up"), () -> moveUp(model, row));
    Button remove =
        Describe.iconButton(Feather.TRASH_2, TEXT.get("list.remove"), () -> remove(model, row));
    row.getChildren().addAll(up, remove);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("list-row");
    rows.getChildren().add(row);
  }

  private void moveUp(FormModel model, Node row) {
    int at = models.indexOf(model);
    if (at > 0) {
      models.remove(at);
      models.add(at - 1, model);
      rows.getChildren().remove(row);
      rows.getChildren().add(at - 1, row);
      write();
    }
  }

  private void remove(FormModel model, Node row) {
    models.remove(model);
    rows.getChildren().remove(row);
    write();
  }

  private void write() {
    writing = true;
    items.set(Tree.items(models.stream().map(model -> model.get(ITEM).orElse(nothing)).toList()));
    writing = false;
  }
}
