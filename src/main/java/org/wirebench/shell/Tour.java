package org.wirebench.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LabPart;
import org.wirebench.fx.Png;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.TourStop;

/**
 * Shows every screen and takes a picture of it in light and in dark. Waits for conditions, never
 * for a time.
 */
public final class Tour {
  private static final Messages TEXT = Messages.of(Tour.class);
  private static final int MOST_TABS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Parts parts;
  private final Path folder;
  private final int width;
  private final int height;
  private final Consumer<String> progress;
  private final FxJobs jobs;
  private int number;

  /**
   * @param folder where the pictures are written; it is made where it is missing
   * @param width of each picture in pixels
   * @param height of each picture in pixels
   * @param progress is told of each picture
   */
  public Tour(Parts parts, Path folder, int width, int height, Consumer<String> progress) {
    this.parts = parts;
    this.folder = folder;
    this.width = width;
    this.height = height;
    this.progress = progress;
    this.jobs = parts.jobs();
  }

  /** One screen: what brings it about, and when it is there. */
  private record Screen(String name, Callable<BooleanSupplier> prepare) {}

  /**
   * Takes all pictures; blocks until they are written.
   *
   * @return the files
   * @throws IOException when a picture cannot be written, or a screen does not come about
   * @throws InterruptedException when the waiting thread is interrupted
   * @throws IllegalStateException when a defect of the program keeps a screen from coming about
   */
  public List<Path> run() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Shell shell = onFx(this::open);
    List<Path> files = new ArrayList<>();
    try {
      for (Screen screen : screens(shell)) {
        files.addAll(take(shell, screen));
      }
    } catch (InterruptedException stopped) {
      // Where the process ends, so does the FX thread, and nothing would ever come back from it.
      jobs.later(shell::close);
      throw stopped;
    } catch (IOException | RuntimeException failed) {
      onFx(shell::close);
      throw failed;
    }
    onFx(shell::close);
    return files;
  }

  private Shell open() {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Shell shell = new Shell(parts, Start.FIRST, stage, () -> {});
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    shell.set(shell.settings().getValue().withTheme(ThemeChoice.LIGHT));
    shell.show();
    return shell;
  }

  private List<Screen> screens(Shell shell) {
    List<Screen> screens = new ArrayList<>();
    screens.add(new Screen("welcome", () -> () -> true));
    for (DesktopTool tool : parts.tools()) {
      screens.add(new Screen(tool.id() + "-empty", () -> blank(shell, tool)));
      tool.tour()
          .forEach(stop -> screens.add(new Screen(named(tool, stop), () -> stop(shell, stop))));
    }
    screens.add(new Screen("dock-wire", () -> wire(shell)));
    screens.add(new Screen("dock-wire-find", () -> wireFind(shell)));
    screens.add(new Screen("dock-jobs", () -> dock(shell, Dock.Page.JOBS)));
    screens.add(new Screen("dock-lab", () -> lab(shell)));
    for (DesktopTool tool : parts.tools()) {
      if (tool.labPart().isPresent()) {
        screens.add(new Screen("dock-lab-" + tool.id(), () -> labPart(shell, tool)));
      }
    }
    screens.add(new Screen("palette", () -> palette(shell, "")));
    screens.add(new Screen("palette-found", () -> palette(shell, "lab")));
    screens.add(new Screen("settings", () -> settings(shell)));
    screens.add(new Screen("settings-wrong", () -> settingsWrong(shell)));
    return screens;
  }

  private static String named(DesktopTool tool, TourStop stop) {
    return stop.name().startsWith(tool.id()) ? stop.name() : tool.id() + "-" + stop.name();
  }

  private static BooleanSupplier blank(Shell shell, DesktopTool tool) {
    shell.openBlank(tool.id());
    return () -> true;
  }

  private static BooleanSupplier stop(Shell shell, TourStop stop) {
    closeOldTabs(shell);
    int before = shell.tabs().tabs().size();
    int more = stop.example().entries().size();
    shell.openExample(stop.example());
    return new BooleanSupplier() {
      private BooleanSupplier ready = this::opened;

      private boolean opened() {
        boolean there = shell.tabs().tabs().size() >= before + more;
        if (there) {
          ToolView view = shell.views().of(shell.tabs().selected().orElseThrow());
          ready = stop.prepare().apply(view);
        }
        return false;
      }

      @Override
      public boolean getAsBoolean() {
        return ready.getAsBoolean();
      }
    };
  }

  /** A crowd of tabs is not what people have open. */
  private static void closeOldTabs(Shell shell) {
    while (shell.tabs().tabs().size() > MOST_TABS) {
      shell.tabs().close(shell.tabs().tabs().get(1));
    }
  }

  private static BooleanSupplier dock(Shell shell, Dock.Page page) {
    shell.showDock(page);
    return () -> true;
  }

  private BooleanSupplier wire(Shell shell) {
    shell.showDock(Dock.Page.WIRE);
    if (shell.view().dock().page(Dock.Page.WIRE) instanceof WirePane pane) {
      long first = parts.wire().first();
      long data = Math.min(first + 2, parts.wire().end() - 1);
      if (data >= first) {
        pane.view().select(data, 0, 0);
      }
    }
    return () -> true;
  }

  private static BooleanSupplier wireFind(Shell shell) {
    shell.view().findTraffic();
    return shell.view().dock().page(Dock.Page.WIRE) instanceof WirePane pane
        ? pane.demonstrateSearch("hello")
        : () -> false;
  }

  /** All servers but one in their middle run, so that it is seen how one is started. */
  private BooleanSupplier lab(Shell shell) {
    Lab lab = parts.lab();
    List<Lab.Status> servers = lab.status();
    String stopped = servers.get(servers.size() / 2).server().id();
    lab.startAll();
    lab.stop(stopped);
    shell.showDock(Dock.Page.LAB);
    return () ->
        lab.status(stopped).state() == Lab.State.STOPPED && running(lab) == servers.size() - 1;
  }

  private static BooleanSupplier labPart(Shell shell, DesktopTool tool) {
    shell.showLabPart(tool);
    return shell.view().dock().page(Dock.Page.LAB) instanceof LabPane lab
        ? lab.part(tool.id()).map(LabPart.View::demonstrate).orElse(() -> false)
        : () -> false;
  }

  private static long running(Lab lab) {
    return lab.status().stream().filter(status -> status.state() == Lab.State.RUNNING).count();
  }

  private static BooleanSupplier palette(Shell shell, String typed) {
    shell.view().showDock("");
    shell.openPalette(typed);
    return () -> shell.view().palette().isVisible();
  }

  private static BooleanSupplier settings(Shell shell) {
    shell.view().palette().close();
    shell.openBlank(TabKinds.SETTINGS);
    return () -> true;
  }

  private static BooleanSupplier settingsWrong(Shell shell) {
    if (shell.view().lookup("#settings-wireMemory")
        instanceof javafx.scene.control.TextField field) {
      field.setText("lots");
    }
    return () -> true;
  }

  private List<Path> take(Shell shell, Screen screen) throws IOException, InterruptedException {
    number++;
    List<Path> files = new ArrayList<>();
    await(screen.name(), onFx(screen.prepare()));
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      onFx(() -> shell.set(shell.settings().getValue().withTheme(theme)));
      await(screen.name(), () -> true);
      WritableImage image = onFx(() -> shell.stage().getScene().snapshot(null));
      String colours = theme == ThemeChoice.LIGHT ? "light" : "dark";
      Path file = folder.resolve("%02d-%s-%s.png".formatted(number, screen.name(), colours));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        Png.write(image, out);
      }
      progress.accept(file.toString());
      files.add(file);
    }
    onFx(() -> shell.set(shell.settings().getValue().withTheme(ThemeChoice.LIGHT)));
    return files;
  }

  private void await(String name, BooleanSupplier condition)
      throws IOException, InterruptedException {
    CompletableFuture<Boolean> held = onFx(() -> FrameWait.until(condition, LIMIT.toNanos()));
    try {
      if (!held.get()) {
        throw new IOException(TEXT.get("tour.late", name, LIMIT.toSeconds()));
      }
    } catch (ExecutionException defect) {
      throw new IllegalStateException(defect.getCause());
    }
  }

  private void onFx(Runnable action) throws InterruptedException {
    boolean _ =
        onFx(
            () -> {
              action.run();
              return true;
            });
  }

  private <T> T onFx(Callable<T> action) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    jobs.later(
        () -> {
          try {
            result.complete(action.call());
          } catch (Exception | Error defect) {
            result.completeExceptionally(defect);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException defect) {
      throw new IllegalStateException(defect.getCause());
    }
  }
}
