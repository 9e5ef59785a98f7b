package org.wirebench.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.wirebench.app.Desktop;

/**
 * A program of its own: the app as people start it, or an empty window of JavaFX. Each line that it
 * reads asks it to connect the tab of the app, and it answers with one line.
 */
public final class IdleWindow {
  /** Asks to press the button of the tab, once it is there. */
  static final String CONNECT = "connect";

  /** What is answered when it was done. */
  static final String DONE = "done";

  /** What is answered when it could not be done yet. */
  static final String LATER = "later";

  /** The argument for the app; anything else is an empty window. */
  static final String APP = "app";

  private IdleWindow() {}

  /** Takes which window to show; ends when nobody can ask any more. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals(APP)) {
      Thread.ofPlatform().start(() -> System.exit(Desktop.run()));
    } else {
      Platform.startup(IdleWindow::showEmpty);
    }
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String question = questions.readLine();
    while (question != null) {
      System.out.println(connect());
      question = questions.readLine();
    }
    System.exit(0);
  }

  private static void showEmpty() {
    Stage stage = new Stage();
    stage.setScene(new Scene(new Group(), 1280, 800));
    stage.show();
  }

  private static String connect() throws Exception {
    try {
      return OnFx.onFx(IdleWindow::press);
    } catch (IllegalStateException notStarted) {
      return LATER;
    }
  }

  private static String press() {
    Optional<Button> button =
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .map(window -> window.getScene().getRoot().lookup(".address-row .primary-button"))
            .filter(Button.class::isInstance)
            .map(Button.class::cast)
            .filter(found -> !found.isDisabled())
            .findFirst();
    button.map(Button::getScene).map(Scene::getFocusOwner).ifPresent(IdleWindow::typed);
    button.ifPresent(Button::fire);
    return button.isPresent() ? DONE : LATER;
  }

  /** The caret stands behind what people have typed. */
  private static void typed(Node field) {
    if (field instanceof TextField address) {
      address.end();
    }
  }
}
