package org.wirebench.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wirebench.cli.Cli;
import org.wirebench.cli.Console;
import org.wirebench.cli.WindowOptions;
import org.wirebench.cli.WrongUseException;
import org.wirebench.core.job.ShutdownHook;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.KeptFile;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.shell.FaultReports;
import org.wirebench.shell.Parts;
import org.wirebench.shell.Shell;
import org.wirebench.shell.Start;
import org.wirebench.shell.Tour;

/** Runs the desktop application, and the tour through it. */
public final class Desktop {
  private static final Messages TEXT = Messages.of(Desktop.class);

  /** The exit code when no window can be opened: the start script runs the tour instead. */
  static final int NO_DISPLAY = 3;

  /** The exit code when the window cannot be made: a defect of the program. */
  private static final int DEFECT = 70;

  /** The exit code when an argument is wrong. */
  private static final int WRONG = 2;

  private Desktop() {}

  /**
   * Opens the window, and returns when it was closed and everything has ended.
   *
   * @param arguments those of {@link WindowOptions}
   * @return the exit code: 0 when all was well, 2 when an argument is wrong or there is no place
   *     for temporary files, {@link #NO_DISPLAY} when no window can be opened, 70 when a defect
   *     keeps it from opening
   */
  public static int run(String... arguments) {
    try {
      return run(WindowOptions.variables(arguments));
    } catch (WrongUseException wrong) {
      wrong.lines().forEach(Console.system(System.getenv())::complain);
      return WRONG;
    }
  }

  private static int run(Variables given) {
    FaultReports faults = new FaultReports();
    try (OwnState own = OwnState.of(Folders.ofSystem());
        Services services = open(own.folders(), faults)) {
      Parts parts = parts(services, own.folders(), given, faults);
      Start start = Start.load(parts.settings(), parts.session(), parts.kept());
      if (!own.isFirst()) {
        start = start.with(TEXT.get("again"));
      }
      services.log().limits(start.settings().wire());
      // A session that is ended by a signal loses nothing either.
      try (ShutdownHook _ = ShutdownHook.register("keep", () -> keep(parts))) {
        int code = showUntilClosed(parts, start, faults);
        end(parts);
        return code;
      }
    } catch (IOException noPlace) {
      NoPlace.tell(Console.system(System.getenv()), noPlace);
      return NoPlace.EXIT;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int showUntilClosed(Parts parts, Start start, FaultReports faults)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger code = new AtomicInteger();
    AtomicReference<@Nullable Shell> shell = new AtomicReference<>();
    try {
      Platform.startup(
          () -> {
            begin(faults);
            try {
              show(parts, start, shell, closed);
            } catch (RuntimeException | Error defect) {
              // Without a window there is nothing that could ever be closed.
              faults.accept(defect);
              code.set(DEFECT);
              closed.countDown();
            }
          });
    } catch (UnsupportedOperationException noDisplay) {
      // Platform.exit would wait for ever for the start that failed.
      System.getLogger(Desktop.class.getName())
          .log(
              System.Logger.Level.ERROR,
              TEXT.get("noDisplay", String.valueOf(noDisplay.getMessage())));
      return NO_DISPLAY;
    }
    closed.await();
    Platform.exit();
    return code.get();
  }

  private static void show(
      Parts parts, Start start, AtomicReference<@Nullable Shell> shell, CountDownLatch closed) {
    Runnable quit =
        () -> {
          Shell open = shell.getAndSet(null);
          if (open != null) {
            open.close();
          }
          closed.countDown();
        };
    Shell made = new Shell(parts, start, new Stage(), quit);
    shell.set(made);
    made.show();
  }

  /**
   * Takes a picture of every screen, in light and in dark. What the user has is not touched.
   *
   * @param folder where the pictures are written
   * @param width of each picture in pixels
   * @param height of each picture in pixels
   * @param progress is told of each picture
   * @throws IOException when a picture cannot be written, or a screen does not come about
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public static void tour(Path folder, int width, int height, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("wirebench-tour");
    Folders folders =
        new Folders(
            home.resolve("config"),
            home.resolve("state"),
            home.resolve("cache"),
            home.resolve("workspace"));
    FaultReports faults = new FaultReports();
    try (Services services = open(folders, faults)) {
      Platform.startup(() -> begin(faults));
      Parts parts = parts(services, folders, Variables.NONE, faults);
      try {
        List<Path> pictures = new Tour(parts, folder, width, height, progress).run();
        progress.accept(TEXT.get("tour.done", pictures.size(), folder.toAbsolutePath()));
      } finally {
        end(parts);
      }
    } finally {
      // No Platform.exit: the caller ends the process, and where a signal does, it never returns.
      delete(home);
    }
  }

  private static void begin(FaultReports faults) {
    Platform.setImplicitExit(false);
    Thread.currentThread().setUncaughtExceptionHandler((_, defect) -> faults.accept(defect));
  }

  private static Services open(Folders folders, FaultReports faults) throws IOException {
    return Services.open(folders.cache().resolve("bytes"), WireLog.Limits.DEFAULT, faults);
  }

  private static Parts parts(
      Services services, Folders folders, Variables given, FaultReports faults) {
    SettingsStore settings = new SettingsStore(folders, services.clock(), faults::notSaved);
    List<DesktopTool> tools = Tools.of(services, () -> settings.current().defaults());
    Lab lab =
        new Lab(
            services.jobs(), tools.stream().flatMap(tool -> tool.tool().lab().stream()).toList());
    return new Parts(
        new FxJobs(services.jobs(), faults),
        services.network(),
        services.log(),
        lab,
        services.stores(),
        folders,
        settings,
        given,
        new SessionStore(folders, services.clock(), faults::notSaved),
        tools,
        tools.stream()
            .flatMap(tool -> tool.kept(folders, services.clock(), faults::notSaved).stream())
            .toList(),
        faults,
        Cli.version());
  }

  static void keep(Parts parts) {
    parts.kept().forEach(KeptFile::close);
    parts.session().close();
    parts.settings().close();
  }

  private static void end(Parts parts) {
    keep(parts);
    parts.lab().close();
  }

  private static void delete(Path folder) throws IOException {
    Path _ =
        Files.walkFileTree(
            folder,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
                  throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failed)
                  throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
              }
            });
  }
}
