package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.auth.Errands;
import org.wirebench.tool.http.service.veil.Secrecy;

/**
 * Sends the same request again and again, and keeps nothing of the answers. Redirects are not
 * followed: what is measured is one request, with what its authorization takes. Safe for use by
 * many threads at once.
 */
public final class Repeater implements AutoCloseable {
  private final HttpRequest request;
  private final Outgoing outgoing;
  private final HttpEnvironment environment;
  private final NetDefaults defaults;
  private final Session session;
  private final Way way;
  private final Carrier errandCarrier;
  private final List<User> users = new CopyOnWriteArrayList<>();

  /**
   * What one answer was.
   *
   * @param bytes of its body, as they came
   * @param connected whether a connection was made for it
   */
  public record Answer(int status, long bytes, boolean connected) {}

  /**
   * @param most how many users there will be
   * @throws IOException when a file of the body is not there, or the settings that would say the
   *     proxy could not be read
   */
  Repeater(HttpRequest request, int most, HttpEnvironment environment, Session session)
      throws IOException {
    this.request = request;
    this.outgoing = new Composer(request, session.agent()).first();
    this.environment = environment;
    this.defaults = environment.defaults().get();
    this.session = session;
    this.way = Way.to(request.url(), request.options(), defaults);
    this.errandCarrier =
        new Carrier(environment.network(), new ConnectionPool(environment.clock(), most));
  }

  /**
   * One more of those who ask, over a connection of its own: it begins with the cookies that are
   * kept, and those that it is given are its own.
   */
  public User user() {
    User user = new User(session.apart());
    users.add(user);
    return user;
  }

  /**
   * Does what the authorization takes before the first request, such as a sign-in of the user: that
   * is no part of what is measured.
   *
   * @throws NetException when it fails
   * @throws InterruptedException when the job is cancelled
   */
  public void introduce(JobContext context) throws Exception {
    user().introduce(context);
  }

  /** Closes the connections. */
  @Override
  public void close() throws IOException {
    errandCarrier.close();
    for (User user : users) {
      user.leave();
    }
  }

  /** Somebody who asks one thing after the other. For one thread at a time. */
  public final class User {
    private final Session own;
    private final Introduction introduction;
    private final Carrier carrier =
        new Carrier(environment.network(), new Seat(environment.clock()));
    private final ByteStore unused = environment.stores().create();
    private final Arrivals untimed = arrivals();
    private final byte[] buffer = new byte[8 * 1024];

    private User(Session own) {
      this.own = own;
      this.introduction = new Introduction(request, own);
    }

    private void introduce(JobContext context) throws Exception {
      // Begun with each errand: the user may have signed in before.
      var _ = introduction.of(outgoing, (errand, in) -> carryOut(errand, limits(in), in), context);
    }

    private Limits limits(JobContext context) {
      return Limits.of(request.options().timeouts(), defaults, context.clock().nanos());
    }

    private void leave() throws IOException {
      carrier.close();
      unused.close();
      untimed.close();
    }

    private Arrivals arrivals() {
      return new Arrivals(environment.stores(), environment.clock()::now);
    }

    /**
     * Sends it once, and again where the server challenges.
     *
     * @throws NetException when it fails
     * @throws InterruptedException when the job is cancelled
     */
    public Answer send(JobContext context) throws Exception {
      Limits limits = limits(context);
      Errands errands = (errand, in) -> carryOut(errand, limits, in);
      while (true) {
        Outgoing whole = introduction.of(outgoing, errands, context);
        // Nothing is written into its body, so that all of one user can have the same.
        Exchange exchange = exchange(whole, introduction, unused, () -> untimed);
        Discarding taker = new Discarding(buffer);
        carrier.carry(new Carrier.Trip(exchange, limits, taker, context), () -> way);
        if (!introduction.asksAgain(outgoing, exchange)) {
          boolean connected = !exchange.carried().orElseThrow().reused();
          return new Answer(taker.status, taker.bytes, connected);
        }
      }
    }

    private Exchange exchange(
        Outgoing whole, Introduction by, ByteStore body, Supplier<Arrivals> timer) {
      return new Exchange(
          whole,
          environment.clock().now(),
          body,
          timer,
          () -> {},
          head -> by.received(whole.url(), head));
    }

    /** Carries out what the authorization needs, and keeps nothing of that either. */
    private Errands.Reply carryOut(HttpRequest errand, Limits limits, JobContext context)
        throws Exception {
      Introduction by = new Introduction(errand, own);
      // As in a run: what comes back is a token, and what goes out may be the secret that buys it.
      Secrecy secrecy = Secrecy.of(errand).withBodies();
      Outgoing plain = new Composer(errand, own.agent(), secrecy).first();
      Outgoing whole = by.of(plain, (deeper, in) -> carryOut(deeper, limits, in), context);
      Taker.Maker taker =
          (into, watch, phases, in) -> new Receiver(into, errand.options(), watch, phases, in);
      ByteStore body = environment.stores().create();
      try (Exchange exchange = exchange(whole, by, body, this::arrivals)) {
        errandCarrier.carry(
            new Carrier.Trip(exchange, limits, taker, context), errand.options(), defaults);
        return HttpRun.reply(exchange);
      }
    }
  }

  /** Counts the body and forgets it. */
  private static final class Discarding implements Taker.Maker {
    private final byte[] buffer;
    private int status;
    private long bytes;

    Discarding(byte[] buffer) {
      this.buffer = buffer;
    }

    @Override
    public Taker make(Exchange exchange, Watch watch, Phases phases, JobContext context) {
      return (head, content) -> {
        status = head.status();
        exchange.answered(head, false);
        for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
          bytes += got;
          watch.sign();
        }
        phases.end(Phase.TRANSFER);
      };
    }
  }
}
