package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.Options;
import org.wirebench.tool.http.request.UrlException;
import org.wirebench.tool.http.service.auth.Errands;
import org.wirebench.tool.http.service.veil.Secrecy;

/**
 * One run of a request, with its redirects and all that its authorization takes. What came so far
 * can be seen at any time, by any thread; it stays when the run fails or is cancelled, until this
 * is closed.
 */
public final class HttpRun implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpRequest request;
  private final Carrier carrier;
  private final ByteStores stores;
  private final NetDefaults defaults;
  private final Session session;
  private final Composer composer;
  private final Introduction introduction;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Errands.Waiting waiting = Errands.Waiting.NOBODY;

  /** Of the thread alone that performs it. */
  private Limits limits;

  HttpRun(
      HttpRequest request,
      Carrier carrier,
      ByteStores stores,
      NetDefaults defaults,
      Session session) {
    this.request = request;
    this.carrier = carrier;
    this.stores = stores;
    this.defaults = defaults;
    this.session = session;
    this.composer = new Composer(request, session.agent());
    this.introduction = new Introduction(request, session);
    this.limits = Limits.of(request.options().timeouts(), defaults, 0);
  }

  /** What is asked for. */
  public HttpRequest request() {
    return request;
  }

  /** The exchanges so far; the last may not be over. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Whom it waits for now, before it can go on. */
  public Errands.Waiting waiting() {
    return waiting;
  }

  /** {@code news} is run whenever something came, on any thread and often: it must be quick. */
  public void addListener(Runnable news) {
    listeners.add(news);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /**
   * Carries the request out.
   *
   * @throws NetException when it fails; what came is in {@link #exchanges}
   * @throws InterruptedException when the job is cancelled
   */
  public HttpResult perform(JobContext context) throws Exception {
    long begin = context.clock().nanos();
    limits = limits.from(begin);
    Set<String> seen = new HashSet<>();
    Optional<Outgoing> next = Optional.of(composer.first());
    int redirects = 0;
    while (next.isPresent()) {
      Outgoing plain = next.get();
      seen.add(plain.method() + " " + plain.url());
      next = redirect(plain, ask(plain, context));
      if (next.isPresent() && ++redirects > request.options().redirects().most()) {
        String to = next.get().url().toString();
        throw seen.contains(next.get().method() + " " + to)
            ? HttpException.redirectLoop(to)
            : HttpException.redirects(request.options().redirects().most());
      }
    }
    return new HttpResult(exchanges, Duration.ofNanos(context.clock().nanos() - begin));
  }

  /** Asks, and asks again as long as the server wants to be shown more and more can be shown. */
  private Exchange ask(Outgoing plain, JobContext context) throws Exception {
    Errands errands = new Watched(context.clock());
    Exchange exchange;
    do {
      Outgoing whole = introduction.of(plain, errands, context);
      exchange = carry(whole, introduction, request.options(), context);
    } while (introduction.asksAgain(plain, exchange));
    return exchange;
  }

  /** Errands of this run, which tells whom they wait for; that time does not count. */
  private final class Watched implements Errands {
    private final JobClock clock;
    private long since;

    Watched(JobClock clock) {
      this.clock = clock;
    }

    @Override
    public Reply send(HttpRequest errand, JobContext context) throws Exception {
      return HttpRun.this.send(errand, context);
    }

    @Override
    public void waits(Waiting now) {
      if (waiting != Waiting.NOBODY) {
        limits = limits.from(limits.begin() + clock.nanos() - since);
      }
      since = clock.nanos();
      waiting = now;
      tell();
    }
  }

  /** Carries out what the authorization needs, as one more exchange of this run. */
  private Errands.Reply send(HttpRequest errand, JobContext context) throws Exception {
    Introduction own = new Introduction(errand, session);
    // What comes back is a token, and what goes out may be the secret that buys it.
    Secrecy secrecy = Secrecy.of(errand).withBodies();
    Outgoing plain = new Composer(errand, session.agent(), secrecy).first();
    Outgoing whole = own.of(plain, this::send, context);
    return reply(carry(whole, own, errand.options(), context));
  }

  /** What an errand brought. */
  static Errands.Reply reply(Exchange exchange) throws IOException {
    int length = (int) Math.min(exchange.body().size(), Errands.Reply.LARGEST);
    return new Errands.Reply(
        exchange.head().orElseThrow().status(), new String(exchange.body().read(0, length), UTF_8));
  }

  private Exchange carry(Outgoing outgoing, Introduction by, Options options, JobContext context)
      throws Exception {
    Exchange exchange =
        new Exchange(
            outgoing,
            context.clock().now(),
            stores.create(),
            () -> new Arrivals(stores, context.clock()::now),
            this::tell,
            head -> by.received(outgoing.url(), head));
    exchanges.add(exchange);
    tell();
    Taker.Maker taker = (into, watch, phases, in) -> new Receiver(into, options, watch, phases, in);
    carrier.carry(new Carrier.Trip(exchange, limits, taker, context), options, defaults);
    return exchange;
  }

  /**
   * @param plain what was sent, without what shows who asks: that is not for every server
   */
  private Optional<Outgoing> redirect(Outgoing plain, Exchange exchange) throws HttpException {
    ResponseHead head = exchange.head().orElseThrow();
    Optional<String> location = head.first("Location");
    if (!request.options().redirects().follow()
        || !REDIRECTS.contains(head.status())
        || location.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpUrl to = plain.url().resolve(location.get());
      return Optional.of(composer.redirected(plain, head.status(), to));
    } catch (UrlException nowhere) {
      throw HttpException.badRedirect(String.valueOf(nowhere.getMessage()), location.get());
    }
  }

  /** Deletes all that came. */
  @Override
  public void close() throws IOException {
    for (Exchange one : exchanges) {
      one.close();
    }
  }
}
