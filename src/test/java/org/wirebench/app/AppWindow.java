package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.shell.FaultReports;
import org.wirebench.shell.Parts;
import org.wirebench.shell.Shell;
import org.wirebench.shell.Start;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestFolders;

/** The real window with all tools, in a folder of its own. */
final class AppWindow implements AutoCloseable {
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Services services;
  private final Parts parts;
  private Shell shell;

  AppWindow(Path folder) throws Exception {
    Fx.start();
    services = Services.open(folder.resolve("bytes"), WireLog.Limits.DEFAULT, faults::add);
    Folders folders = TestFolders.in(folder);
    List<DesktopTool> tools = Tools.of(services, () -> NetDefaults.BUILT_IN);
    parts =
        new Parts(
            new FxJobs(services.jobs(), faults::add),
            services.network(),
            services.log(),
            new Lab(
                services.jobs(),
                tools.stream().flatMap(tool -> tool.tool().lab().stream()).toList()),
            services.stores(),
            folders,
            new SettingsStore(folders, services.clock(), faults::add),
            Variables.NONE,
            new SessionStore(folders, services.clock(), faults::add),
            tools,
            tools.stream()
                .flatMap(tool -> tool.kept(folders, services.clock(), faults::add).stream())
                .toList(),
            new FaultReports(),
            "test");
    shell = open();
  }

  private Shell open() {
    Start start = Start.load(parts.settings(), parts.session(), parts.kept());
    return Fx.call(
        () -> {
          Stage stage = new Stage(StageStyle.UNDECORATED);
          Shell made = new Shell(parts, start, stage, () -> {});
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(990);
          stage.setHeight(900);
          made.show();
          stage.requestFocus();
          return made;
        });
  }

  Parts parts() {
    return parts;
  }

  Shell shell() {
    return shell;
  }

  /** Has the window be as wide and high as that many pixels. */
  void resize(double width, double height) {
    Fx.run(
        () -> {
          scene().getWindow().setWidth(width);
          scene().getWindow().setHeight(height);
        });
  }

  /** Has text be that large, in percent of the usual. */
  void setFontPercent(int percent) {
    Fx.run(() -> shell.set(shell.settings().getValue().withFontPercent(percent)));
  }

  /** Opens a tab of a tool. */
  void open(String tool, Tree.Fields request) {
    Fx.run(() -> shell.open(Entry.of("", tool, request)));
  }

  /** Goes to a page; large titles do not all find room, and those left over are in a menu. */
  static void choose(String pages, String title) {
    Fx.run(
        () -> {
          TabPane pane = (TabPane) scene().getRoot().lookup(pages);
          Tab named =
              pane.getTabs().stream()
                  .filter(tab -> tab.getText().equals(title))
                  .findFirst()
                  .orElseThrow();
          pane.getSelectionModel().select(named);
        });
  }

  /** Starts a server of the lab and waits until it listens. */
  void serve(String server) {
    parts.lab().start(server);
    Fx.until(() -> parts.lab().status(server).state() == Lab.State.RUNNING);
  }

  /** Ends the window and opens it again. */
  void restart() {
    Fx.run(shell::close);
    parts.session().close();
    parts.settings().close();
    shell = open();
  }

  /** What the window with the focus shows. */
  static Scene scene() {
    return Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.isFocused())
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  static <N extends Node> List<N> all(String query, Class<N> type) {
    return Fx.call(
        () ->
            scene().getRoot().lookupAll(query).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
  }

  @Override
  public void close() {
    Fx.run(shell::close);
    Desktop.keep(parts);
    parts.lab().close();
    services.close();
    assertThat(faults).isEmpty();
  }
}
