package org.wirebench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Runner;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Resolver;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.wire.WireLog;

/**
 * What all tools share, with a screen or without.
 *
 * @param clock the time that everything goes by
 * @param jobs runs all work
 * @param stores keep bytes of any size
 * @param log hears all traffic
 * @param network opens all connections
 * @param identity the certificate of servers on this machine; made when first asked for
 */
public record Services(
    JobClock clock,
    Jobs jobs,
    ByteStores stores,
    WireLog log,
    Network network,
    Supplier<Identity> identity)
    implements AutoCloseable {
  /** How long the jobs have to end when the program does. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Builds them.
   *
   * @param temporary the folder for temporary files
   * @param limits of the wire log
   * @param faults is told of defects
   * @throws IOException when there is no place for temporary files
   */
  public static Services open(Path temporary, WireLog.Limits limits, Consumer<Throwable> faults)
      throws IOException {
    JobClock clock = JobClock.system();
    Jobs jobs = new Jobs(Runner.virtualThreads(), clock, NetFailure::of, faults);
    ByteStores stores = new ByteStores(temporary);
    WireLog log = new WireLog(limits, stores, clock);
    Network network = new Network(log, Resolver.system());
    return new Services(clock, jobs, stores, log, network, new LocalIdentity());
  }

  /** Cancels all jobs, waits for their end for a while, and deletes the temporary files. */
  @Override
  public void close() {
    jobs.close();
    long end = clock.nanos() + PATIENCE.toNanos();
    try {
      for (var job : jobs.running()) {
        var _ = job.await(Duration.ofNanos(Math.max(0, end - clock.nanos())));
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    log.close();
    stores.close();
  }
}
