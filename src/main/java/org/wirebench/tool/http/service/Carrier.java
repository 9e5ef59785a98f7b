package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.Optional;
import org.wirebench.core.job.JobClock;
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
  private final KeptLines pool;

  Carrier(Network network, KeptLines pool) {
    this.network = network;
    this.pool = pool;
  }

  /**
   * What an exchange is carried with.
   *
   * @param exchange is filled, as far as it comes
   * @param limits how long it may take
   * @param takers make what takes the body
   */
  record Trip(Exchange exchange, Limits limits, Taker.Maker takers, JobContext context) {
    Outgoing request() {
      return exchange.sent();
    }
  }

  /**
   * Sends a request and reads its answer to the end.
   *
   * @throws NetException when it fails; the exchange knows it too
   * @throws InterruptedException when the job is cancelled
   */
  void carry(Trip trip, Options options, NetDefaults defaults) throws Exception {
    carry(trip, () -> Way.to(trip.request().url(), options, defaults));
  }

  /** Says how to get there. */
  @FunctionalInterface
  interface Guide {
    Way way() throws NetException;
  }

  /** As {@link #carry(Trip, Options, NetDefaults)}, for who knows the way. */
  void carry(Trip trip, Guide guide) throws Exception {
    JobContext context = trip.context();
    try {
      Way way = guide.way();
      Optional<Line> kept = kept(way, trip);
      if (kept.isPresent() && carriedByKept(kept.get(), way, trip)) {
        return;
      }
      carryByFresh(way, trip);
    } catch (IOException failed) {
      context.checkCancelled();
      NetFailure why = NetFailure.of(failed);
      trip.exchange().failed(why);
      throw failed instanceof NetException known ? known : new NetException(why, failed);
    } finally {
      if (context.isCancelled()) {
        trip.exchange().stopped(context.clock().now());
      }
    }
  }

  /** Connects; and once more where the server hangs up before it has looked at the request. */
  private void carryByFresh(Way way, Trip trip) throws Exception {
    try {
      carry(fresh(way, trip), way, trip);
    } catch (UnprocessedException _) {
      trip.context().checkCancelled();
      carry(fresh(way, trip), way, trip);
    }
  }

  private Line fresh(Way way, Trip trip) throws Exception {
    JobClock clock = trip.context().clock();
    var limit = trip.limits().connect(clock.nanos());
    Connection fresh = network.connect(way.spec(trip.request().url(), limit), trip.context());
    boolean made = false;
    try {
      Line line = line(fresh, way, clock);
      made = true;
      return line;
    } finally {
      if (!made) {
        fresh.abort();
      }
    }
  }

  /** A connection that was kept and can still be used. */
  private Optional<Line> kept(Way way, Trip trip) throws Exception {
    Optional<Line> kept = pool.take(way);
    while (kept.isPresent() && pool.isStale(kept.get()) && !isFit(kept.get(), trip)) {
      kept = pool.take(way);
    }
    return kept;
  }

  private boolean isFit(Line line, Trip trip) throws Exception {
    boolean fit = false;
    try (JobContext.Registration _ = pool.guard(line, trip.context())) {
      line.watch().begin(trip.limits());
      fit = line.isFit();
    } catch (IOException broken) {
      line.connection().tap().event(NetFailure.of(broken).title());
    } finally {
      if (!fit) {
        close(line);
      }
    }
    return fit;
  }

  private static void close(Line line) {
    line.watch().close();
    line.connection().close();
  }

  /** What is spoken over a new connection. */
  private static Line line(Connection connection, Way way, JobClock clock) throws IOException {
    String chosen = connection.tls().map(TlsInfo::alpn).orElse("");
    boolean asked = way.speech() == Way.Speech.HTTP_2;
    boolean two = connection.tls().isPresent() ? chosen.equals("h2") : asked;
    if (asked && !two) {
      connection.close();
      throw HttpException.noHttp2(chosen.isEmpty() ? "HTTP/1.1" : chosen);
    }
    return two
        ? new Http2Connection(connection, clock)
        : new Http1Connection(connection, way, clock);
  }

  /**
   * Tries a kept connection, which the server may just have closed: then nothing came, and the
   * request is sent again where that does no harm (RFC 9110 section 9.2.2).
   *
   * @return false when it has to be sent again
   */
  private boolean carriedByKept(Line kept, Way way, Trip trip) throws Exception {
    try {
      carry(kept, way, trip);
      return true;
    } catch (UnprocessedException _) {
      trip.context().checkCancelled();
      return false;
    } catch (IOException failed) {
      Exchange exchange = trip.exchange();
      boolean unanswered = exchange.head().isEmpty() && exchange.interim().isEmpty();
      boolean gone =
          switch (NetFailure.of(failed).kind()) {
            case RESET, CLOSED, IO -> true;
            default -> false;
          };
      if (unanswered && gone && trip.request().isIdempotent() && !trip.context().isCancelled()) {
        return false;
      }
      throw failed;
    }
  }

  private void carry(Line line, Way way, Trip trip) throws Exception {
    JobContext context = trip.context();
    Connection connection = line.connection();
    Phases phases = line.isUsed() ? new Phases(context.clock()) : connection.phases();
    Watch watch = line.watch();
    try (JobContext.Registration _ = pool.guard(line, context)) {
      watch.begin(trip.limits());
      try {
        Taker taker = trip.takers().make(trip.exchange(), watch, phases, context);
        line.carry(trip.request(), trip.exchange(), phases, taker, context);
      } catch (IOException failed) {
        throw watch.isExpired()
            ? trip.limits().exceeded(context.clock().nanos(), phases.current())
            : failed;
      }
    } finally {
      watch.rest();
      if (line.rests() && !context.isCancelled()) {
        pool.keep(way, line);
      } else {
        close(line);
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
