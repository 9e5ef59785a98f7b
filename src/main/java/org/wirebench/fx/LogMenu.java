package org.wirebench.fx;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.wirebench.core.text.Messages;

/** The context menu of a log view. */
final class LogMenu {
  private static final Messages TEXT = Messages.of(LogMenu.class);

  private final ContextMenu menu = new ContextMenu();
  private final ObservableList<MenuItem> more = FXCollections.observableArrayList();

  LogMenu(LogView view) {
    MenuItem copy = new MenuItem(TEXT.get("table.copy"));
    copy.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
    copy.setOnAction(_ -> view.copy());
    copy.disableProperty().bind(view.selectingProperty().not());
    MenuItem all = new MenuItem(TEXT.get("log.selectAll"));
    all.setAccelerator(KeyCombination.valueOf("Shortcut+A"));
    all.setOnAction(_ -> view.selectAll());
    menu.getItems().addAll(copy, all);
    SeparatorMenuItem line = new SeparatorMenuItem();
    more.addListener(
        (ListChangeListener<MenuItem>)
            _ -> {
              menu.getItems().setAll(copy, all);
              if (!more.isEmpty()) {
                menu.getItems().add(line);
                menu.getItems().addAll(more);
              }
            });
  }

  ContextMenu menu() {
    return menu;
  }

  ObservableList<MenuItem> more() {
    return more;
  }
}
