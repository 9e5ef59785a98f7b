package org.wirebench.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.ConnectSpec;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireLog;

/** A network with jobs and a wire log of its own. */
public final class TestNetwork implements AutoCloseable, AfterEachCallback {
  private final TestJobs jobs = new TestJobs();
  private final TestStores stores = new TestStores();
  private final WireLog log =
      new WireLog(WireLog.Limits.DEFAULT, stores.stores(), JobClock.system());
  private final Network network;

  /** With the names of this system. */
  public TestNetwork() {
    this(Resolver.system());
  }

  public TestNetwork(Resolver resolver) {
    network = new Network(log, resolver);
  }

  public TestJobs jobs() {
    return jobs;
  }

  public ByteStores stores() {
    return stores.stores();
  }

  /** A path for a socket, as short as such paths must be. */
  public Path unixPath() {
    return stores.folder().resolve("s");
  }

  public Network network() {
    return network;
  }

  public WireLog log() {
    return log;
  }

  /** What is done with a connection. */
  public interface Use {
    void with(Connection connection) throws Exception;
  }

  /** Connects, which must succeed, and closes the connection after its use. */
  public void connect(ConnectSpec spec, Use use) throws InterruptedException {
    boolean _ =
        jobs.run(
            context -> {
              try (Connection connection = network.connect(spec, context)) {
                use.with(connection);
              }
              return true;
            });
  }

  /** Why connecting fails, as it must. */
  public NetFailure failure(ConnectSpec spec) throws InterruptedException {
    return jobs.failure(context -> network.connect(spec, context));
  }

  /** The events of all connections, as text. */
  public List<String> events() throws IOException {
    return said(EnumSet.of(Direction.EVENT, Direction.FAILURE));
  }

  /** Those events that say that something failed. */
  public List<String> failures() throws IOException {
    return said(EnumSet.of(Direction.FAILURE));
  }

  private List<String> said(Set<Direction> wanted) throws IOException {
    List<String> found = new ArrayList<>();
    log.forEach(
        log.first(),
        log.end(),
        event -> {
          if (wanted.contains(event.direction())) {
            found.add(event.text());
          }
        });
    return found;
  }

  @Override
  public void close() throws IOException {
    jobs.close();
    log.close();
    stores.close();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
  }
}
