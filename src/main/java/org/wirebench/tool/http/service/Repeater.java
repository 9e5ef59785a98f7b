package org.wirebench.tool.http.service;

import java.io.IOException;
import java.time.Duration;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.request.HttpRequest;

/**
 * Sends the same request again and again, and keeps nothing of the answers. Redirects are not
 * followed: what is measured is one exchange. Safe for use by many threads at once.
 */
public final class Repeater implements AutoCloseable {
  private final HttpRequest request;
  private final Outgoing outgoing;
  private final Carrier carrier;
  private final ByteStores stores;
  private final NetDefaults defaults;

  /**
   * What one answer was.
   *
   * @param bytes of its body, as they came
   * @param connected how long a new connection took; zero on a kept one
   * @param firstByte how long the server took until its first byte
   */
  public record Answer(int status, long bytes, Duration connected, Duration firstByte) {}

  /**
   * @throws IOException when a file of the body is not there
   */
  Repeater(
      HttpRequest request, Carrier carrier, ByteStores stores, NetDefaults defaults, String agent)
      throws IOException {
    this.request = request;
    this.outgoing = new Composer(request, agent).first();
    this.carrier = carrier;
    this.stores = stores;
    this.defaults = defaults;
  }

  /**
   * Sends it once.
   *
   * @throws NetException when it fails
   * @throws InterruptedException when the job is cancelled
   */
  public Answer send(JobContext context) throws Exception {
    Limits limits = Limits.of(request.options().timeouts(), defaults, context.clock().nanos());
    try (Exchange exchange =
        new Exchange(outgoing, context.clock().now(), stores.create(), () -> {})) {
      Discarding taker = new Discarding();
      carrier.carry(
          new Carrier.Trip(exchange, limits, taker, context), request.options(), defaults);
      return new Answer(
          taker.status,
          taker.bytes,
          exchange.phase(Phase.CONNECT).orElse(Duration.ZERO),
          exchange.phase(Phase.FIRST_BYTE).orElse(Duration.ZERO));
    }
  }

  /** Closes the connections. */
  @Override
  public void close() {
    carrier.close();
  }

  /** Counts the body and forgets it. */
  private static final class Discarding implements Taker.Maker {
    private int status;
    private long bytes;

    @Override
    public Taker make(Exchange exchange, Watch watch, Phases phases, JobContext context) {
      return (head, content) -> {
        status = head.status();
        byte[] buffer = new byte[8 * 1024];
        for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
          bytes += got;
          watch.sign();
        }
        phases.end(Phase.TRANSFER);
      };
    }
  }
}
