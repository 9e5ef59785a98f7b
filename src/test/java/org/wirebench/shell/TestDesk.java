package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.TourStop;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestFolders;
import org.wirebench.testkit.TestJobs;

/** All that a window is built on, in a folder of its own. */
final class TestDesk implements AutoCloseable {
  private final TestJobs jobs = new TestJobs();
  private final JobClock clock = JobClock.system();
  private final ByteStores stores;
  private final WireLog wire;
  private final Parts parts;

  /**
   * @param more pictures of the tour through the only tool
   */
  TestDesk(Path folder, TourStop... more) throws IOException {
    Folders folders = TestFolders.in(folder);
    stores = new ByteStores(folders.cache());
    wire = new WireLog(WireLog.Limits.DEFAULT, stores, clock);
    Network network = new Network(wire, Resolver.system());
    List<DesktopTool> tools = List.of(new EchoTool(network, List.of(more)));
    Lab lab = new Lab(jobs.jobs(), List.of(new EchoServer(network)));
    parts =
        new Parts(
            new FxJobs(jobs.jobs(), jobs.faults()::add),
            network,
            wire,
            lab,
            stores,
            folders,
            new SettingsStore(folders, clock, jobs.faults()::add),
            Variables.NONE,
            new SessionStore(folders, clock, jobs.faults()::add),
            tools,
            List.of(),
            new FaultReports(),
            "test");
  }

  Parts parts() {
    return parts;
  }

  /** What a window would begin with now. */
  Start start() {
    return Start.load(parts.settings(), parts.session(), parts.kept());
  }

  /**
   * Opens the window, in a size of its own, with the keys.
   *
   * @param quit is called when the user quits
   */
  Shell open(Runnable quit) {
    Start start = start();
    return Fx.call(
        () -> {
          Stage stage = new Stage(StageStyle.UNDECORATED);
          Shell made = new Shell(parts(), start, stage, quit);
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(980);
          stage.setHeight(720);
          made.show();
          stage.requestFocus();
          return made;
        });
  }

  @Override
  public void close() {
    parts.settings().close();
    parts.session().close();
    parts.lab().close();
    jobs.close();
    wire.close();
    stores.close();
    assertThat(jobs.faults()).isEmpty();
  }
}
