package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;

/** All that a window is built on, in a folder of its own. */
final class TestDesk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final JobClock clock = JobClock.system();
  private final Jobs jobs = new Jobs(Runner.virtualThreads(), clock, NetFailure::of, faults::add);
  private final ByteStores stores;
  private final WireLog wire;
  private final Parts parts;

  TestDesk(Path folder) throws IOException {
    Folders folders =
        new Folders(
            folder.resolve("config"),
            folder.resolve("state"),
            folder.resolve("cache"),
            folder.resolve("workspace"));
    stores = new ByteStores(folders.cache());
    wire = new WireLog(WireLog.Limits.DEFAULT, stores, clock);
    Network network = new Network(wire, Resolver.system());
    List<DesktopTool> tools = List.of(new EchoTool(network));
    Lab lab = new Lab(jobs, List.of(new EchoServer(network)));
    parts =
        new Parts(
            new FxJobs(jobs, faults::add),
            network,
            wire,
            lab,
            stores,
            folders,
            new SettingsStore(folders, clock, faults::add),
            new SessionStore(folders, clock, faults::add),
            tools,
            new FaultReports(),
            "test");
  }

  Parts parts() {
    return parts;
  }

  /** What a window would begin with now. */
  Start start() {
    return Start.load(parts.settings(), parts.session());
  }

  @Override
  public void close() {
    parts.settings().close();
    parts.session().close();
    parts.lab().close();
    jobs.close();
    Awaitility.await().atMost(PATIENCE).until(() -> jobs.running().isEmpty());
    wire.close();
    stores.close();
    assertThat(faults).isEmpty();
  }
}
