package org.wirebench.fx;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;

/**
 * What can be done with a row of a list: a menu at its end, and the same by keys. The keys that
 * move the row work everywhere in it; Delete only on the menu, since it is for typing elsewhere.
 */
final class RowMenu extends MenuButton {
  private static final Messages TEXT = Messages.of(RowMenu.class);

  private final Rows rows;
  private final Action up;
  private final Action down;
  private final Action remove;

  /** The list that the row is in. */
  interface Rows {
    /** Where the row is, from 0. */
    int at();

    /** How many rows there are. */
    int count();

    /** Moves the row to another place. */
    void move(int to);

    /** Puts the same once more below the row. */
    void duplicate();

    /** Takes the row out. */
    void remove();
  }

  RowMenu(Rows rows) {
    super("", Describe.icon(Feather.MORE_VERTICAL));
    this.rows = rows;
    getStyleClass().addAll("flat", "button-icon", "icon-button", "row-menu");
    up = Action.of(TEXT.get("list.up"), Feather.ARROW_UP, () -> move(-1)).on("Alt+Up");
    down = Action.of(TEXT.get("list.down"), Feather.ARROW_DOWN, () -> move(1)).on("Alt+Down");
    Action twice = Action.of(TEXT.get("list.duplicate"), Feather.COPY, rows::duplicate);
    remove = Action.of(TEXT.get("list.remove"), Feather.TRASH_2, rows::remove).on("Delete");
    getItems().setAll(Stream.of(up, down, twice, remove).map(RowMenu::item).toList());
    Describe.control(
        this, TEXT.get("list.row"), TEXT.get("list.keys", up.keys(), down.keys(), remove.keys()));
    setOnShowing(
        _ -> {
          getItems().getFirst().setDisable(!canMove(-1));
          getItems().get(1).setDisable(!canMove(1));
        });
    addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, List.of(remove)));
  }

  /** Has the keys that move the row work in all of it. */
  void listenIn(Node row) {
    row.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, List.of(up, down)));
  }

  private boolean canMove(int by) {
    int to = rows.at() + by;
    return to >= 0 && to < rows.count();
  }

  private void move(int by) {
    if (canMove(by)) {
      rows.move(rows.at() + by);
    }
  }

  private static MenuItem item(Action action) {
    String keys = action.keys().isEmpty() ? "" : "  (" + action.keys() + ")";
    MenuItem item = new MenuItem(action.title() + keys, Describe.icon(action.icon()));
    item.setOnAction(_ -> action.fire());
    return item;
  }

  private static void press(KeyEvent event, List<Action> actions) {
    for (Action action : actions) {
      KeyCombination keys = action.shortcut();
      if (keys != null && keys.match(event)) {
        event.consume();
        action.fire();
        return;
      }
    }
  }
}
