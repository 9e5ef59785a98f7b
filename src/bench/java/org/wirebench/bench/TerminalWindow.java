package org.wirebench.bench;

import static org.wirebench.bench.OnFx.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Theme;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.terminal.view.TerminalSize;
import org.wirebench.terminal.view.TerminalView;

/**
 * A window with a terminal in which a command runs, as {@code xterm -e} does it: to be measured,
 * and to be looked at. It ends with the command. {@code script} (util-linux) makes the pseudo
 * terminal, whose size stays what it was at first.
 */
public final class TerminalWindow {
  private static final TerminalSize SIZE = new TerminalSize(40, 120);
  private static final double STEP = 4;
  private static final long PAUSE_MS = 50;

  private TerminalWindow() {}

  /** The arguments are the command. */
  public static void main(String[] command) throws Exception {
    OnFx.start();
    Path folder = Files.createTempDirectory("wirebench-terminal");
    CountDownLatch ended = new CountDownLatch(1);
    try (ByteStores stores = new ByteStores(folder)) {
      Jobs jobs =
          new Jobs(
              Runner.virtualThreads(), JobClock.system(), NetFailure::of, TerminalWindow::defect);
      FxJobs fxJobs = new FxJobs(jobs, TerminalWindow::defect);
      TerminalView view =
          onFx(() -> show(new TerminalView(fxJobs, stores, Terminal.USUAL_SCROLLBACK)));
      while (!onFx(() -> fit(view))) {
        // The window manager answers when it likes.
        Thread.sleep(PAUSE_MS);
      }
      Process process = start(String.join(" ", command));
      onFx(
          () -> {
            view.setOnEnd(_ -> ended.countDown());
            view.connect(process.getInputStream(), process.getOutputStream(), _ -> {});
            return true;
          });
      ended.await();
      onFx(
          () -> {
            view.close();
            return true;
          });
      jobs.close();
    } finally {
      Platform.exit();
    }
  }

  private static Process start(String command) throws Exception {
    String sized = "stty rows %d cols %d; exec %s".formatted(SIZE.rows(), SIZE.columns(), command);
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", sized, "/dev/null");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("COLORTERM", "truecolor");
    return builder.redirectErrorStream(true).start();
  }

  private static void defect(Throwable thrown) {
    thrown.printStackTrace();
  }

  private static TerminalView show(TerminalView view) {
    Stage stage = new Stage();
    stage.setTitle("Terminal");
    Scene scene = new Scene(view, 960, 730);
    Theme theme = new Theme(new SimpleObjectProperty<>(Settings.DEFAULT));
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
    return view;
  }

  /** Makes the window smaller or larger, until it has the rows and columns wanted. */
  private static boolean fit(TerminalView view) {
    TerminalSize now = view.sizeProperty().get();
    Stage stage = (Stage) view.getScene().getWindow();
    stage.setWidth(stage.getWidth() + STEP * Integer.compare(SIZE.columns(), now.columns()));
    stage.setHeight(stage.getHeight() + STEP * Integer.compare(SIZE.rows(), now.rows()));
    return now.equals(SIZE);
  }
}
