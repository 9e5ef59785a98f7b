package org.wirebench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.Hue;

/** How the parts of the main window lie. */
final class ShellView extends StackPane {
  private static final Messages TEXT = Messages.of(ShellView.class);
  private static final double DOCK_AT = 0.62;
  private static final double DOCK_AT_LOWEST = 0.75;

  private final Shell shell;
  private final SplitPane split = new SplitPane();
  private final TabArea tabArea;
  private final Dock dock;
  private final Palette palette;
  private final StatusRow status;
  private final List<Action> windowActions;
  private final List<Action> actions;
  private final Button newTab;
  private final ReadOnlyStringWrapper dockShown = new ReadOnlyStringWrapper(this, "dock", "");
  private final JobsModel jobs;
  private final List<Runnable> closers = new ArrayList<>();
  private double divider = DOCK_AT;
  private @Nullable Node beforeDock;

  ShellView(Shell shell, TabsViewModel tabs, TabViews views, PaletteItems items, JobsModel jobs) {
    this.shell = shell;
    this.jobs = jobs;
    ShellActions all = new ShellActions(shell, tabs);
    List<Rail.Item> tools = new ArrayList<>();
    for (DesktopTool tool : shell.parts().tools()) {
      tools.add(new Rail.Item(tool.id(), tool.hue(), all.goTo(tool, tools.size() + 1)));
    }
    windowActions = new ArrayList<>(all.ofWindow());
    windowActions.addAll(all.labParts());
    tools.forEach(item -> windowActions.add(item.action()));
    actions = new ArrayList<>(all.ofShownTab());
    actions.addAll(windowActions);
    Rail rail =
        new Rail(
            tools,
            List.of(
                new Rail.Item("lab", Hue.GREY, all.lab()),
                new Rail.Item(TabKinds.SETTINGS, Hue.GREY, all.settings())),
            tabs.selectedProperty());
    newTab = Describe.iconButton(all.newTab());
    Button search = Describe.button(all.palette());
    search.setText(all.palette().keys());
    search.getStyleClass().addAll("flat", "small", "palette-button");
    search.setMinWidth(USE_PREF_SIZE);
    HBox right = new HBox(newTab, search);
    right.setMinWidth(USE_PREF_SIZE);
    right.getStyleClass().add("tab-tools");
    right.setAlignment(Pos.CENTER);
    tabArea = new TabArea(tabs, views, right, nothingOpen(all));
    dock = new Dock(this::page, this::toggleDock);
    split.setOrientation(Orientation.VERTICAL);
    split.getStyleClass().add("main-split");
    split.getItems().add(tabArea);
    SplitPane.setResizableWithParent(dock, false);
    status = shell.statusRow();
    palette = new Palette(() -> items.all(actions), items::ofFiles);
    BorderPane frame = new BorderPane(split);
    frame.setLeft(rail);
    frame.setBottom(status);
    // A tool that wants more room than there is loses it at its own edge, not at that of the
    // window.
    frame.setMinSize(0, 0);
    tabArea.setMinSize(0, 0);
    dock.setMinWidth(0);
    getStyleClass().add("shell");
    getChildren().addAll(frame, palette);
    dock.pageProperty().addListener((_, _, now) -> named(now));
  }

  private static EmptyState nothingOpen(ShellActions all) {
    return new EmptyState(
        Feather.INBOX, TEXT.get("tabs.none"), all.newTab(), all.reopen(), all.welcome());
  }

  private Node page(Dock.Page page) {
    return switch (page) {
      case WIRE -> {
        WirePane wire = new WirePane(shell);
        closers.add(wire::close);
        yield wire;
      }
      case JOBS -> {
        JobsPane pane = new JobsPane(shell, jobs);
        closers.add(pane::close);
        yield pane;
      }
      case LAB -> {
        LabPane lab = new LabPane(shell);
        closers.add(lab::close);
        yield lab;
      }
    };
  }

  private void named(Dock.Page page) {
    dockShown.set(isDockOpen() ? page.name() : "");
  }

  private boolean isDockOpen() {
    return split.getItems().contains(dock);
  }

  /** Which page of the dock is open; empty while it is closed. */
  ReadOnlyStringProperty dockProperty() {
    return dockShown.getReadOnlyProperty();
  }

  String dockName() {
    return dockShown.get();
  }

  /** Opens a page of the dock; closes it where that is the name of none. */
  void showDock(String name) {
    for (Dock.Page page : Dock.Page.values()) {
      if (page.name().equals(name)) {
        dock.begin();
        dock.pageProperty().set(page);
        if (!isDockOpen()) {
          split.getItems().add(dock);
          split.setDividerPositions(divider);
        }
        named(page);
        return;
      }
    }
    if (isDockOpen()) {
      // A dock of which only the bars are left would look broken when it is opened again.
      divider = Math.min(split.getDividerPositions()[0], DOCK_AT_LOWEST);
      split.getItems().remove(dock);
    }
    dockShown.set("");
  }

  /** Opens a page of the dock, and takes the focus there. */
  void openDock(Dock.Page page) {
    if (!isDockFocused()) {
      beforeDock = getScene().getFocusOwner();
    }
    showDock(page.name());
    dock.focus();
  }

  /** Opens the page that a tool has in the lab, and takes the focus there. */
  void openLabPart(DesktopTool tool) {
    openDock(Dock.Page.LAB);
    if (dock.page(Dock.Page.LAB) instanceof LabPane lab) {
      lab.show(tool);
    }
  }

  void toggleDock() {
    if (isDockOpen()) {
      boolean inside = isDockFocused();
      showDock("");
      if (inside) {
        focusBack();
      }
    } else {
      openDock(dock.pageProperty().get());
    }
  }

  private void focusBack() {
    Node before = beforeDock;
    beforeDock = null;
    if (before != null && before.getScene() == getScene()) {
      before.requestFocus();
    } else {
      shell.focusShown();
    }
  }

  /** What can be done whatever tab is shown. */
  List<Action> windowActions() {
    return windowActions;
  }

  /** What can be done with the page of the dock that is open. */
  List<Action> dockActions() {
    return isDockOpen() && dock.page(dock.pageProperty().get()) instanceof WirePane wire
        ? wire.actions()
        : List.of();
  }

  /** Whether the keyboard is in the dock. */
  boolean isDockFocused() {
    Node node = getScene().getFocusOwner();
    while (node != null && node != dock) {
      node = node.getParent();
    }
    return node == dock;
  }

  /** Opens the search of all traffic. */
  void findTraffic() {
    showDock(Dock.Page.WIRE.name());
    if (dock.page(Dock.Page.WIRE) instanceof WirePane wire) {
      wire.openSearch();
    }
  }

  /** All actions that are not of the tool in a tab. */
  List<Action> actions() {
    return actions;
  }

  Palette palette() {
    return palette;
  }

  Dock dock() {
    return dock;
  }

  /** Below what a question about the shown tab is put. */
  Node popOverAnchor() {
    return newTab;
  }

  void close() {
    status.close();
    closers.forEach(Runnable::run);
  }
}
