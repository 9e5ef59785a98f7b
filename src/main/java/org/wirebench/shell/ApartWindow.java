package org.wirebench.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.wirebench.fx.Action;
import org.wirebench.fx.CaretRest;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Theme;
import org.wirebench.fx.ToolView;

/** A tab in a window of its own; when the window is closed, the tab comes back. */
final class ApartWindow {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 640;

  private final Stage stage = new Stage();
  private final Scene scene;
  private final StackPane root;
  private final Theme theme;

  ApartWindow(WorkTab tab, ToolView view, Theme theme, FxJobs jobs, Runnable back) {
    this.theme = theme;
    root = new StackPane(view.node());
    scene = new Scene(root, WIDTH, HEIGHT);
    theme.dress(scene);
    CaretRest.install(jobs, scene);
    stage.setScene(scene);
    stage.titleProperty().bind(tab.titleProperty());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          back.run();
        });
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, view, back));
    stage.show();
    view.focus();
  }

  private static void key(KeyEvent event, ToolView view, Runnable back) {
    if (Keys.CLOSE.match(event)) {
      back.run();
    } else if (Keys.PRIMARY.match(event)) {
      view.primary();
    } else {
      for (Action action : view.actions()) {
        if (action.shortcut() != null && action.shortcut().match(event)) {
          action.fire();
          event.consume();
          return;
        }
      }
      return;
    }
    event.consume();
  }

  /** Closes the window; the view can be shown elsewhere. */
  void close() {
    root.getChildren().clear();
    theme.undress(scene);
    stage.close();
  }
}
