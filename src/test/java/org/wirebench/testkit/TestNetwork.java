package org.wirebench.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireLog;

/** A network with a wire log of its own. */
public final class TestNetwork implements AutoCloseable {
  private final Path folder;
  private final ByteStores stores;
  private final WireLog log;
  private final Network network;

  /** With the names of this system. */
  public TestNetwork() throws IOException {
    this(Resolver.system());
  }

  public TestNetwork(Resolver resolver) throws IOException {
    folder = Files.createTempDirectory("wirebench-test");
    stores = new ByteStores(folder);
    log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system());
    network = new Network(log, resolver);
  }

  public Network network() {
    return network;
  }

  public WireLog log() {
    return log;
  }

  /** The events of all connections, as text. */
  public List<String> events() throws IOException {
    List<String> found = new ArrayList<>();
    log.forEach(
        log.first(),
        log.end(),
        event -> {
          if (event.direction() == Direction.EVENT) {
            found.add(event.text());
          }
        });
    return found;
  }

  @Override
  public void close() throws IOException {
    log.close();
    stores.close();
    Files.deleteIfExists(folder);
  }
}
