package org.wirebench.tool.http.service;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.UrlException;

/**
 * One run of a request, with its redirects. What came so far can be seen at any time, by any
 * thread; it stays when the run fails or is cancelled, until this is closed.
 */
public final class HttpRun implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpRequest request;
  private final Carrier carrier;
  private final ByteStores stores;
  private final NetDefaults defaults;
  private final Composer composer;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  HttpRun(
      HttpRequest request, Carrier carrier, ByteStores stores, NetDefaults defaults, String agent) {
    this.request = request;
    this.carrier = carrier;
    this.stores = stores;
    this.defaults = defaults;
    this.composer = new Composer(request, agent);
  }

  /** What is asked for. */
  public HttpRequest request() {
    return request;
  }

  /** The exchanges so far; the last may not be over. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
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
    Limits limits = Limits.of(request.options().timeouts(), defaults, begin);
    Set<String> seen = new HashSet<>();
    Optional<Outgoing> next = Optional.of(composer.first());
    int redirects = 0;
    while (next.isPresent()) {
      seen.add(next.get().method() + " " + next.get().url());
      Exchange exchange = carry(next.get(), limits, context);
      next = redirect(exchange);
      if (next.isPresent() && ++redirects > request.options().redirects().most()) {
        String to = next.get().url().toString();
        throw seen.contains(next.get().method() + " " + to)
            ? HttpException.redirectLoop(to)
            : HttpException.redirects(request.options().redirects().most());
      }
    }
    return new HttpResult(exchanges, Duration.ofNanos(context.clock().nanos() - begin));
  }

  private Exchange carry(Outgoing outgoing, Limits limits, JobContext context) throws Exception {
    Exchange exchange = new Exchange(outgoing, context.clock().now(), stores.create(), this::tell);
    exchanges.add(exchange);
    tell();
    carrier.carry(
        new Carrier.Trip(exchange, limits, this::receiver, context), request.options(), defaults);
    return exchange;
  }

  private Taker receiver(Exchange exchange, Watch watch, Phases phases, JobContext context) {
    return new Receiver(exchange, request.options(), watch, phases, context);
  }

  private Optional<Outgoing> redirect(Exchange exchange) throws HttpException {
    ResponseHead head = exchange.head().orElseThrow();
    Optional<String> location = head.first("Location");
    if (!request.options().redirects().follow()
        || !REDIRECTS.contains(head.status())
        || location.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpUrl to = exchange.sent().url().resolve(location.get());
      return Optional.of(composer.redirected(exchange.sent(), head.status(), to));
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
