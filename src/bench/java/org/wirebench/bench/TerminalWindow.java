package org.wirebench.bench;

import static org.wirebench.bench.OnFx.onFx;

import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.wirebench.terminal.view.TerminalView;

/**
 * A window with a terminal in which a command runs, as {@code xterm -e} does it: to be measured,
 * and to be looked at. It ends with the command.
 */
public final class TerminalWindow {
  private TerminalWindow() {}

  /** The arguments are the command. */
  public static void main(String[] command) throws Exception {
    OnFx.start();
    CountDownLatch ended = new CountDownLatch(1);
    try (TerminalStage stage = TerminalStage.show(1)) {
      TerminalView view = stage.views().getFirst();
      onFx(
          () -> {
            view.setOnEnd(_ -> ended.countDown());
            return true;
          });
      Process _ = stage.connect(view, String.join(" ", command), UnaryOperator.identity());
      ended.await();
    } finally {
      Platform.exit();
    }
  }
}
