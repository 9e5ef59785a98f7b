package org.wirebench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireTap;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** The window with the traffic in its dock, which is that of one connection. */
final class WireDock implements BeforeEachCallback, AfterEachCallback {
  private final FxRobot robot = Fx.robot();
  private final TestShell window = new TestShell();
  private final WireTap tap =
      window.parts().wire().open("echo", "lab", Carrier.TCP, null, null, true);

  @Override
  public void beforeEach(ExtensionContext context) {
    window.beforeEach(context);
    robot.push(KeyCode.F12);
    Fx.until(() -> pane() != null);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    tap.close();
    window.afterEach(context);
  }

  TestShell window() {
    return window;
  }

  /** What is recorded. */
  WireTap tap() {
    return tap;
  }

  WirePane pane() {
    return (WirePane) window.shell().view().lookup(".wire-pane");
  }

  LogView view() {
    return pane().view();
  }

  void send(String... texts) {
    for (String text : texts) {
      send(text.getBytes(UTF_8));
    }
  }

  void send(byte[] bytes) {
    tap.sent(bytes, 0, bytes.length);
  }

  void receive(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    tap.received(bytes, 0, bytes.length);
  }

  void untilRows(long count) {
    Fx.until(() -> view().source().end() - view().source().first() == count);
  }

  TextField field(String id) {
    return Fx.call(() -> (TextField) pane().lookup(id));
  }

  /** Types into a field; keys alone do not reach every layout of a keyboard. */
  void type(String id, String text) {
    TextField field = field(id);
    robot.clickOn(field);
    Fx.run(() -> field.setText(text));
  }

  void choose(String name, int index) {
    Fx.run(
        () ->
            pane().lookupAll(".choice-box").stream()
                .map(node -> (ChoiceBox<?>) node)
                .filter(box -> name.equals(box.getAccessibleText()))
                .forEach(box -> box.getSelectionModel().select(index)));
  }

  List<String> labels() {
    return pane().lookupAll(".pane-strip .label").stream()
        .filter(node -> node.getParent().isVisible())
        .map(node -> ((Label) node).getText())
        .toList();
  }

  List<String> marked(long row) {
    return Fx.call(
        () -> {
          Row shown = view().source().row(row);
          return shown.spans().stream()
              .filter(span -> span.style() == Row.Style.MATCH)
              .map(span -> shown.text().substring(span.from(), span.to()))
              .toList();
        });
  }

  void untilHits(String text) {
    Fx.until(() -> ((Label) pane().lookup("#wire-hits")).getText().equals(text));
  }
}
