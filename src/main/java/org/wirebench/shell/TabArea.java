package org.wirebench.shell;

import atlantafx.base.controls.Tab;
import atlantafx.base.controls.TabLine;
import atlantafx.base.controls.TabSkin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.wirebench.core.text.Messages;

/** The tabs of the main window: their heads, and the view of the one that is shown. */
final class TabArea extends BorderPane {
  private static final Messages TEXT = Messages.of(TabArea.class);

  private final TabsViewModel model;
  private final TabViews views;
  private final Node nothing;
  private final TabLine line = new TabLine();
  private final StackPane stage = new StackPane();
  private final SelectedInView inView;
  private boolean syncing;

  /**
   * @param right stands at the right of the heads
   * @param nothing is shown while no tab is open
   */
  TabArea(TabsViewModel model, TabViews views, HBox right, Node nothing) {
    this.model = model;
    this.views = views;
    this.nothing = nothing;
    getStyleClass().add("tab-area");
    line.setAnimated(false);
    line.setTabDragPolicy(Tab.DragPolicy.REORDER);
    line.setTabResizePolicy(Tab.ResizePolicy.COMPUTED_WIDTH);
    line.setTabClosingPolicy(Tab.ClosingPolicy.ALL_TABS);
    right.getChildren().addFirst(TabList.button(model));
    line.setRightNode(right);
    inView = new SelectedInView(line);
    line.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    setTop(line);
    // What a tool has no room for is cut at its end: never its first row, nor over the tabs.
    stage.setAlignment(Pos.TOP_LEFT);
    stage.setMinSize(0, 0);
    setCenter(stage);
    model.tabs().addListener((ListChangeListener<WorkTab>) _ -> synced(this::takeTabs));
    model.selectedProperty().addListener((_, _, _) -> synced(this::takeSelection));
    line.getTabs().addListener((ListChangeListener<Tab>) _ -> moved());
    line.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> chosen(now));
    synced(this::takeTabs);
  }

  private void synced(Runnable change) {
    boolean outer = !syncing;
    syncing = true;
    try {
      change.run();
    } finally {
      if (outer) {
        syncing = false;
      }
    }
  }

  private void takeTabs() {
    List<Tab> heads = new ArrayList<>();
    for (WorkTab work : model.tabs()) {
      heads.add(
          line.getTabs().stream()
              .filter(tab -> tab.getUserData() == work)
              .findFirst()
              .orElseGet(() -> head(work)));
    }
    List<Tab> gone = new ArrayList<>(line.getTabs());
    gone.removeAll(heads);
    line.getTabs().removeAll(gone);
    gone.forEach(TabHead::forget);
    for (int i = 0; i < heads.size(); i++) {
      Tab head = heads.get(i);
      int at = line.getTabs().indexOf(head);
      if (at < 0) {
        line.getTabs().add(i, head);
      } else if (at != i) {
        line.getTabs().setAll(heads);
        break;
      }
    }
    takeSelection();
  }

  private Tab head(WorkTab work) {
    Tab tab = TabHead.of(work);
    tab.setOnCloseRequest(
        event -> {
          event.consume();
          model.close(work);
        });
    tab.setContextMenu(menu(work));
    return tab;
  }

  private ContextMenu menu(WorkTab work) {
    MenuItem pin = item("tab.pin", model::togglePin, work);
    ContextMenu menu =
        new ContextMenu(
            item("tab.duplicate", model::duplicate, work),
            pin,
            item("tab.apart", model::moveApart, work),
            new SeparatorMenuItem(),
            item("tab.close", model::close, work),
            item("tab.closeOthers", model::closeOthers, work));
    menu.setOnShowing(
        _ -> pin.setText(TEXT.get(work.pinnedProperty().get() ? "tab.unpin" : "tab.pin")));
    return menu;
  }

  private static MenuItem item(String key, Consumer<WorkTab> action, WorkTab work) {
    MenuItem item = new MenuItem(TEXT.get(key));
    item.setOnAction(_ -> action.accept(work));
    return item;
  }

  private void takeSelection() {
    WorkTab work = model.selectedProperty().get();
    if (work == null || !model.tabs().contains(work)) {
      stage.getChildren().setAll(nothing);
      return;
    }
    line.getTabs().stream()
        .filter(tab -> tab.getUserData() == work)
        .findFirst()
        .ifPresent(line.getSelectionModel()::select);
    inView.wanted();
    Node node = views.of(work).node();
    if (stage.getChildren().isEmpty() || stage.getChildren().getFirst() != node) {
      stage.getChildren().setAll(node);
      if (!line.isFocusVisible()) {
        // Who walks along the tabs with the arrow keys is not there yet.
        views.of(work).focus();
      }
    }
  }

  private void moved() {
    if (!syncing) {
      List<WorkTab> order = new ArrayList<>();
      for (Tab tab : line.getTabs()) {
        if (tab.getUserData() instanceof WorkTab work) {
          order.add(work);
        }
      }
      synced(() -> model.reorder(order));
    }
  }

  private void chosen(Tab now) {
    if (!syncing && now != null && now.getUserData() instanceof WorkTab work) {
      model.selectedProperty().set(work);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.MIDDLE) {
      return;
    }
    for (Node node = event.getPickResult().getIntersectedNode();
        node != null;
        node = node.getParent()) {
      if (node instanceof TabSkin skin && skin.getTab().getUserData() instanceof WorkTab work) {
        model.close(work);
        event.consume();
        return;
      }
    }
  }
}
