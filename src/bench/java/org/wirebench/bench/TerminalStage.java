package org.wirebench.bench;

import static org.wirebench.bench.OnFx.onFx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
 * A window with one terminal, or with several in tabs, each of 40 rows and 120 columns, whose size
 * stays what it was at first.
 */
final class TerminalStage implements AutoCloseable {
  private static final TerminalSize SIZE =
      new TerminalSize(TerminalStreams.ROWS, TerminalStreams.COLUMNS);
  private static final double STEP = 4;
  private static final long PAUSE_MS = 50;

  private final ByteStores stores;
  private final Jobs jobs;
  private final List<TerminalView> views;

  private TerminalStage(ByteStores stores, Jobs jobs, List<TerminalView> views) {
    this.stores = stores;
    this.jobs = jobs;
    this.views = views;
  }

  /** Shows it, once all terminals have their size; the first is in front. */
  static TerminalStage show(int terminals) throws Exception {
    ByteStores stores = new ByteStores(Files.createTempDirectory("wirebench-terminal"));
    Jobs jobs =
        new Jobs(Runner.virtualThreads(), JobClock.system(), NetFailure::of, TerminalStage::defect);
    FxJobs fxJobs = new FxJobs(jobs, TerminalStage::defect);
    List<TerminalView> views =
        onFx(
            () ->
                Stream.generate(() -> new TerminalView(fxJobs, stores, Terminal.USUAL_SCROLLBACK))
                    .limit(terminals)
                    .toList());
    if (terminals == 1) {
      open(views.getFirst());
    } else {
      inTabs(views);
    }
    return new TerminalStage(stores, jobs, views);
  }

  private static void inTabs(List<TerminalView> views) throws Exception {
    TabPane tabs = onFx(TabPane::new);
    onFx(() -> tabs.getTabs().addAll(views.stream().map(view -> new Tab("Tab", view)).toList()));
    open(tabs);
    // Each was looked at once, as it is where people opened it.
    for (int tab = views.size() - 1; tab >= 0; tab--) {
      int shown = tab;
      onFx(() -> select(tabs, shown));
      while (!onFx(() -> fit(views.get(shown)))) {
        Thread.sleep(PAUSE_MS);
      }
    }
  }

  private static boolean select(TabPane tabs, int tab) {
    tabs.getSelectionModel().select(tab);
    tabs.getTabs().get(tab).getContent().requestFocus();
    return true;
  }

  private static void open(Parent content) throws Exception {
    Stage stage = onFx(() -> shown(content));
    while (content instanceof TerminalView view && !onFx(() -> fit(view))) {
      // The window manager answers when it likes.
      Thread.sleep(PAUSE_MS);
    }
    onFx(
        () -> {
          stage.requestFocus();
          content.requestFocus();
          return true;
        });
  }

  private static Stage shown(Parent content) {
    Stage stage = new Stage();
    stage.setTitle("Terminal");
    Scene scene = new Scene(content, 960, 730);
    Theme theme = new Theme(new SimpleObjectProperty<>(Settings.DEFAULT));
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  /** Makes the window smaller or larger, until it has the rows and columns wanted. */
  private static boolean fit(TerminalView view) {
    TerminalSize now = view.sizeProperty().get();
    Stage stage = (Stage) view.getScene().getWindow();
    stage.setWidth(stage.getWidth() + STEP * Integer.compare(SIZE.columns(), now.columns()));
    stage.setHeight(stage.getHeight() + STEP * Integer.compare(SIZE.rows(), now.rows()));
    return now.equals(SIZE);
  }

  List<TerminalView> views() {
    return views;
  }

  /**
   * Has a command write to a terminal, and read from it.
   *
   * @param to what stands between the terminal and the command
   */
  Process connect(TerminalView view, String command, UnaryOperator<OutputStream> to)
      throws Exception {
    PseudoTerminal terminal = PseudoTerminal.start(SIZE.rows(), SIZE.columns(), command);
    return onFx(
        () -> {
          view.connect(terminal.output(), to.apply(terminal.input()), _ -> {});
          return terminal.program();
        });
  }

  private static void defect(Throwable thrown) {
    thrown.printStackTrace();
  }

  @Override
  public void close() {
    CompletableFuture.runAsync(this::closeViews, Platform::runLater).join();
    jobs.close();
    stores.close();
  }

  private void closeViews() {
    try {
      for (TerminalView view : views) {
        view.close();
      }
    } catch (IOException notDeleted) {
      throw new UncheckedIOException(notDeleted);
    }
    views.getFirst().getScene().getWindow().hide();
  }
}
