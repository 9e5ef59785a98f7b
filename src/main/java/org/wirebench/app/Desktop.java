package org.wirebench.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.wirebench.cli.Cli;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.shell.FaultReports;
import org.wirebench.shell.Parts;
import org.wirebench.shell.Shell;
import org.wirebench.shell.Start;
import org.wirebench.shell.Tour;

/** Builds everything that the window needs, and runs it. */
public final class Desktop implements AutoCloseable {
  private final FaultReports faults;
  private final Services services;
  private final Lab lab;
  private final SettingsStore settings;
  private final SessionStore session;
  private final Parts parts;

  private Desktop(Folders folders) throws IOException {
    faults = new FaultReports();
    services = Services.open(folders.cache().resolve("bytes"), WireLog.Limits.DEFAULT, faults);
    settings = new SettingsStore(folders, services.clock(), faults::accept);
    session = new SessionStore(folders, services.clock(), faults::accept);
    List<DesktopTool> tools = Tools.of(services);
    List<LabServer> servers = tools.stream().flatMap(tool -> tool.tool().lab().stream()).toList();
    lab = new Lab(services.jobs(), servers);
    parts =
        new Parts(
            new FxJobs(services.jobs(), faults),
            services.network(),
            services.log(),
            lab,
            services.stores(),
            folders,
            settings,
            session,
            tools,
            faults,
            Cli.version());
  }

  /**
   * Shows the window and returns when it is closed.
   *
   * @return the exit code
   * @throws IOException when there is no place for the files of the program
   */
  public static int run() throws IOException, InterruptedException {
    try (Desktop desktop = new Desktop(Folders.ofSystem())) {
      Start start = Start.load(desktop.settings, desktop.session);
      if (!start.settings().wire().equals(WireLog.Limits.DEFAULT)) {
        desktop.services.log().limits(start.settings().wire());
      }
      CountDownLatch closed = new CountDownLatch(1);
      Platform.setImplicitExit(false);
      Platform.startup(() -> desktop.show(start, closed));
      closed.await();
    } finally {
      Platform.exit();
    }
    return 0;
  }

  private void show(Start start, CountDownLatch closed) {
    Thread.currentThread().setUncaughtExceptionHandler((_, defect) -> faults.accept(defect));
    Stage stage = new Stage();
    Shell[] shell = new Shell[1];
    shell[0] =
        new Shell(
            parts,
            start,
            stage,
            () -> {
              shell[0].close();
              closed.countDown();
            });
    shell[0].show();
  }

  /**
   * Takes the pictures of the tour, in folders of its own: what the user has set is not in them.
   */
  public static void tour(Path folder, int width, int height, Consumer<String> progress)
      throws IOException, InterruptedException {
    Platform.setImplicitExit(false);
    Platform.startup(() -> {});
    Path home = Files.createTempDirectory("wirebench-tour");
    try (Desktop desktop = new Desktop(Folders.in(home))) {
      List<Path> _ = new Tour(desktop.parts, folder, width, height, progress).run();
    } finally {
      delete(home);
      Platform.exit();
    }
  }

  private static void delete(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              });
    }
  }

  @Override
  public void close() {
    lab.close();
    settings.close();
    session.close();
    services.close();
  }
}
