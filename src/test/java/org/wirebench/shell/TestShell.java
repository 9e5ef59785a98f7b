package org.wirebench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;
import org.wirebench.testkit.TestFolders;

/** The window of the program, as after a first start, in a folder of its own. */
final class TestShell implements BeforeEachCallback, AfterEachCallback {
  private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = Fx.robot();
  private final AtomicInteger quits = new AtomicInteger();
  private final Path folder;
  private final TestDesk desk;
  private Shell shell;

  TestShell() {
    try {
      Fx.start();
      folder = TestFolders.create();
      desk = new TestDesk(folder);
    } catch (TimeoutException late) {
      throw new IllegalStateException(late);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    shell = open();
  }

  private Shell open() {
    return desk.open(quits::incrementAndGet);
  }

  /** Ends the program as a kill would, a second after the last key, and starts it again. */
  void restart() {
    Fx.run(shell::close);
    parts().session().close();
    parts().settings().close();
    shell = open();
  }

  /** The one that runs now. */
  Shell shell() {
    return shell;
  }

  Parts parts() {
    return desk.parts();
  }

  /** How often the user quit. */
  int quits() {
    return quits.get();
  }

  /** What the tabs are called, from the left. */
  List<String> titles() {
    return Fx.call(
        () -> shell.tabs().tabs().stream().map(tab -> tab.titleProperty().get()).toList());
  }

  /** The tab that is chosen. */
  WorkTab selected() {
    return Fx.call(() -> shell.tabs().selected().orElseThrow());
  }

  /** Waits for the node. */
  <N extends Node> N find(String query, Class<N> type) {
    Fx.until(() -> shell.view().lookup(query) != null);
    return type.cast(Fx.call(() -> shell.view().lookup(query)));
  }

  /** Opens a tab of the echo tool, where the address can be typed at once. */
  WorkTab openEcho() {
    robot.push(KeyCode.CONTROL, KeyCode.T);
    Fx.until(
        () -> shell.view().lookup("#echo-target") instanceof TextField field && field.isFocused());
    return selected();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    warnings.beforeEach(context);
    Fx.until(() -> shell.stage().isShowing());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Fx.run(shell::close);
    desk.close();
    TestFolders.delete(folder);
    warnings.afterEach(context);
  }
}
