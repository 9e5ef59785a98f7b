package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.app.AppWindow.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.HistoryField;
import org.wirebench.testkit.Fx;

/** Whoever does not know an icon rests the mouse on it, or hears what it is. */
@Timeout(120)
class DescribedTest {
  private final FxRobot robot = new FxRobot();
  private final AppWindow window;
  private final Set<String> silent = new TreeSet<>();

  DescribedTest(@TempDir Path folder) throws Exception {
    window = new AppWindow(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** Notes what says nothing of itself on the screen that is shown now. */
  private void look(String screen) {
    Fx.run(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          for (Control control : controls(scene().getRoot())) {
            String what = missing(control);
            if (!what.isEmpty()) {
              silent.add(screen + ": " + control + " has no " + what);
            }
            if (isCut(control)) {
              silent.add(screen + ": " + control + " is too small for its text");
            }
          }
        });
  }

  private static List<Control> controls(Parent parent) {
    List<Control> found = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      boolean pressed = node instanceof ButtonBase || node instanceof ChoiceBox<?>;
      if (node.isVisible() && (pressed || node instanceof TextInputControl)) {
        found.add((Control) node);
      } else if (node.isVisible() && node instanceof Parent inner) {
        found.addAll(controls(inner));
      }
    }
    return found;
  }

  /** Whether there is an ellipsis where the text should be. */
  private static boolean isCut(Control control) {
    return control instanceof Labeled labeled
        && labeled.lookup(".text") instanceof Text text
        && !text.getText().equals(labeled.getText());
  }

  private static String missing(Control control) {
    boolean text =
        control instanceof Labeled labeled && !String.valueOf(labeled.getText()).isBlank();
    boolean facts = control.getStyleClass().contains("copyable");
    boolean prompt =
        control instanceof TextInputControl field
            && !String.valueOf(field.getPromptText()).isBlank();
    Tooltip tip = control.getTooltip();
    if (text || facts) {
      return "";
    }
    if (!prompt && (tip == null || tip.getText().isBlank())) {
      return "tooltip";
    }
    String heard = control.getAccessibleText();
    return heard == null || heard.isBlank() ? "accessible text" : "";
  }

  @Test
  void everyIconAndEveryFieldSaysWhatItIs() {
    look("welcome");
    window.serve("socket.echo");
    Tree.Fields request = window.parts().lab().status("socket.echo").request().orElseThrow();
    Tree.Fields macro = Tree.Fields.NONE.with("name", "one").with("send", "1");
    Tree full = Tree.items(List.of(macro));
    Fx.run(() -> window.shell().open(Entry.of("", "socket", request.with("macros", full))));
    Fx.until(() -> scene().getRoot().lookup(".address-row") != null);
    look("client");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    look("connected");
    for (String tab : List.of("Macros", "Steps", "Generate", "Code")) {
      robot.clickOn(tab);
      look(tab);
    }
    robot.push(KeyCode.CONTROL, KeyCode.F);
    look("search");
    for (String page : List.of("WIRE", "JOBS", "LAB")) {
      robot.push(KeyCode.F12);
      robot.clickOn("#dock-" + page);
      look(page);
      robot.push(KeyCode.F12);
    }
    server();
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    look("settings");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    look("palette");

    assertThat(silent).isEmpty();
  }

  private void server() {
    Tree.Fields rule = Tree.Fields.NONE.with("when", "a").with("reply", "b");
    Tree.Fields request =
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("transport", "tls")
            .with("behaviour", Tree.Fields.NONE.with("rules", Tree.items(List.of(rule))));
    Fx.run(() -> window.shell().open(Entry.of("", "socket", request)));
    Fx.until(() -> !AppWindow.all("#rail-socket", Node.class).isEmpty());
    look("server");
    robot.clickOn("Behaviour");
    look("behaviour");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    look("serving");
  }
}
