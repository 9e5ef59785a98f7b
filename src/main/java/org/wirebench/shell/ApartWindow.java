package org.wirebench.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.Theme;
import org.wirebench.fx.ToolView;

/**
 * A tab in a window of its own, with a palette and a status row like the main window; when the
 * window is closed, the tab comes back. What is done to all the rest, such as opening a tab, is
 * done in the main window, which then comes to the front.
 */
final class ApartWindow {
  private static final Messages TEXT = Messages.of(ApartWindow.class);
  private static final double WIDTH = 960;
  private static final double HEIGHT = 640;

  private final WorkTab tab;
  private final ToolView view;
  private final Shell shell;
  private final Theme theme;
  private final Stage stage = new Stage();
  private final BorderPane frame = new BorderPane();
  private final Region corner = new Region();
  private final Palette palette = new Palette(this::items, this::files);
  private final StatusRow status;
  private final Scene scene;
  private final List<Action> own;

  ApartWindow(WorkTab tab, Shell shell, Theme theme) {
    this.tab = tab;
    this.shell = shell;
    this.theme = theme;
    view = shell.views().of(tab);
    status = shell.statusRow();
    own = own();
    frame.setCenter(view.node());
    frame.setBottom(status);
    corner.setMaxSize(32, 0);
    StackPane root = new StackPane(frame, corner, palette);
    StackPane.setAlignment(corner, Pos.TOP_RIGHT);
    root.getStyleClass().add("shell");
    scene = new Scene(root, WIDTH, HEIGHT);
    theme.dress(scene);
    CaretRest.install(shell.jobs(), scene);
    stage.setScene(scene);
    stage.titleProperty().bind(tab.titleProperty());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          shell.tabs().moveBack(tab);
        });
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    // Only where nobody nearer had a use for it: a menu, a field, a selection.
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    stage.show();
    view.focus();
  }

  /** What is done with this tab here, by the keys of the main window. */
  private List<Action> own() {
    TabsViewModel tabs = shell.tabs();
    return List.of(
        Action.of(TEXT.get("action.palette"), Feather.SEARCH, () -> palette.open(""))
            .on(Keys.PALETTE),
        Action.of(TEXT.get("action.run"), Feather.PLAY, view::primary).on(Keys.PRIMARY),
        Action.of(TEXT.get("action.address"), Feather.CROSSHAIR, view::focus).on(Keys.ADDRESS),
        Action.of(TEXT.get("action.close"), Feather.X, () -> tabs.close(tab)).on(Keys.CLOSE),
        Action.of(TEXT.get("action.back"), Feather.CORNER_UP_LEFT, () -> tabs.moveBack(tab)),
        front(
            Action.of(TEXT.get("action.duplicate"), Feather.COPY, () -> tabs.duplicate(tab))
                .on(Keys.DUPLICATE)),
        Action.of(TEXT.get("action.save"), Feather.SAVE, () -> shell.save(tab, corner))
            .on(Keys.SAVE),
        Action.of(TEXT.get("action.saveAs"), Feather.SAVE, () -> shell.saveAs(tab, corner))
            .on(Keys.SAVE_AS));
  }

  private List<PaletteItem> items() {
    String here = TEXT.get("palette.thisTab");
    return Stream.of(
            PaletteItems.enabled(view.actions(), here),
            PaletteItems.enabled(own.subList(1, own.size()), here),
            front(shell.windowItems()))
        .flatMap(each -> each)
        .toList();
  }

  private void files(Consumer<List<PaletteItem>> found) {
    shell.findFiles(files -> found.accept(front(files).toList()));
  }

  private Stream<PaletteItem> front(List<PaletteItem> items) {
    return items.stream().map(item -> item.with(() -> inFront(item.run())));
  }

  private void inFront(Runnable action) {
    shell.stage().toFront();
    shell.stage().requestFocus();
    action.run();
  }

  private Action front(Action action) {
    return new Action(
        action.title(),
        action.icon(),
        action.shortcut(),
        action.enabled(),
        action.otherwise(),
        () -> inFront(action.run()));
  }

  private void key(KeyEvent event) {
    if (palette.isVisible()) {
      return;
    }
    boolean taken =
        Shortcuts.fire(own, event)
            || Shortcuts.fire(
                shell.view().windowActions().stream().map(this::front).toList(), event)
            || Shortcuts.fire(view.actions(), event);
    if (taken) {
      event.consume();
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
      view.cancel();
    }
  }

  /** Closes the window; the view can be shown elsewhere. */
  void close() {
    frame.setCenter(null);
    status.close();
    theme.undress(scene);
    stage.close();
  }

  Stage stage() {
    return stage;
  }
}
