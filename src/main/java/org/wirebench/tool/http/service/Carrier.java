package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.tool.http.request.Options;

/** Carries single exchanges, over connections that are kept for the next one. */
final class Carrier implements AutoCloseable {
  private final Network network;
  private final ConnectionPool pool;

  Carrier(Network network, ConnectionPool pool) {
    this.network = network;
    this.pool = pool;
  }

  /**
   * Sends a request and reads its answer to the end.
   *
   * @param exchange is filled, as far as it comes
   * @param limits how long it may take
   * @throws NetException when it fails; {@code exchange} knows it too
   * @throws InterruptedException when the job is cancelled
   */
  void carry(
      Exchange exchange, Options options, NetDefaults defaults, Limits limits, JobContext context)
      throws Exception {
    Outgoing request = exchange.sent();
    try {
      Way way = Way.to(request.url(), options, defaults);
      Optional<Line> kept = pool.take(way);
      if (kept.isPresent() && carriedByKept(kept.get(), way, exchange, options, limits, context)) {
        return;
      }
      Connection connection =
          network.connect(
              way.spec(request.url(), limits.connect(context.clock().nanos())), context);
      carry(line(connection, way), way, exchange, options, limits, context);
    } catch (IOException failed) {
      context.checkCancelled();
      NetFailure why = NetFailure.of(failed);
      exchange.failed(why);
      throw failed instanceof NetException known ? known : new NetException(why, failed);
    }
  }

  /** What is spoken over a new connection. */
  private static Line line(Connection connection, Way way) throws IOException {
    String chosen = connection.tls().map(TlsInfo::alpn).orElse("");
    boolean two =
        connection.tls().isPresent() ? chosen.equals("h2") : way.speech() == Way.Speech.HTTP_2;
    if (way.speech() == Way.Speech.HTTP_2 && !two) {
      connection.close();
      throw HttpException.noHttp2(chosen);
    }
    return two
        ? new Http2Connection(connection)
        : new Http1Connection(connection, way.readsAddresses());
  }

  /**
   * Tries a kept connection, which the server may just have closed: then nothing came, and the
   * request is sent again where that does no harm (RFC 9112 section 9.3.1).
   *
   * @return false when it has to be sent again
   */
  private boolean carriedByKept(
      Line kept, Way way, Exchange exchange, Options options, Limits limits, JobContext context)
      throws Exception {
    try {
      carry(kept, way, exchange, options, limits, context);
      return true;
    } catch (IOException failed) {
      boolean unanswered = exchange.head().isEmpty() && exchange.interim().isEmpty();
      boolean gone =
          switch (NetFailure.of(failed).kind()) {
            case RESET, CLOSED, IO -> true;
            default -> false;
          };
      if (unanswered && gone && exchange.sent().isIdempotent() && !context.isCancelled()) {
        return false;
      }
      throw failed;
    }
  }

  private void carry(
      Line line, Way way, Exchange exchange, Options options, Limits limits, JobContext context)
      throws Exception {
    Connection connection = line.connection();
    Phases phases = line.isUsed() ? new Phases(context.clock()) : connection.phases();
    boolean keep = false;
    try (JobContext.Registration _ = context.closeOnCancel(connection::abort);
        Watch watch = new Watch(context.clock(), limits, connection::abort)) {
      try {
        Receiver receiver = new Receiver(exchange, options, watch, phases, context);
        keep = line.carry(exchange.sent(), exchange, phases, receiver, context);
      } catch (IOException failed) {
        throw watch.isExpired()
            ? limits.exceeded(context.clock().nanos(), phases.current())
            : failed;
      }
    } finally {
      if (keep) {
        pool.keep(way, line);
      } else {
        connection.close();
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
