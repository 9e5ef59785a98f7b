package org.wirebench.tool.http.service;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.tool.http.service.cookie.CookieDecision;

/**
 * One request and its answer, as far as they came. Grows while the answer comes: any thread may
 * look at it at any time. Closing it deletes the body.
 */
public final class Exchange implements AutoCloseable {
  private static final String EVENTS = "text/event-stream";

  private final Outgoing sent;
  private final Instant begun;
  private final ByteStore body;
  private final Supplier<Arrivals> timer;
  private final Runnable news;
  private final Function<ResponseHead, List<CookieDecision>> jar;
  private final List<ResponseHead> interim = new ArrayList<>();
  private @Nullable Phases phases;
  private @Nullable ResponseHead head;
  private @Nullable NetFailure failure;
  private @Nullable Carried carried;
  private List<HeaderField> sentHeaders = List.of();
  private List<CookieDecision> cookies = List.of();
  private List<HeaderField> trailers = List.of();
  private List<Phases.Timed> settled = List.of();
  private Duration unconnected = Duration.ZERO;
  private long sentHeadBytes;
  private long sentBodyBytes;
  private long encodedBytes;
  private boolean decoded;
  private boolean over;
  private boolean stopped;
  private @Nullable Arrivals arrivals;

  /**
   * What carried it.
   *
   * @param version "HTTP/1.1"
   * @param reused whether an earlier request was on the same connection
   * @param tls what was agreed on; empty for clear text
   */
  public record Carried(
      String version,
      SocketAddress local,
      SocketAddress remote,
      boolean reused,
      Optional<TlsInfo> tls) {}

  /**
   * @param body where the answer is kept; closed with this
   * @param timer makes what keeps the times of an answer that is a stream of events
   * @param news is told that something changed, on any thread and often
   */
  Exchange(Outgoing sent, Instant begun, ByteStore body, Supplier<Arrivals> timer, Runnable news) {
    this(sent, begun, body, timer, news, _ -> List.of());
  }

  /**
   * @param jar takes the cookies of the answer when its head is there
   */
  Exchange(
      Outgoing sent,
      Instant begun,
      ByteStore body,
      Supplier<Arrivals> timer,
      Runnable news,
      Function<ResponseHead, List<CookieDecision>> jar) {
    this.sent = sent;
    this.begun = begun;
    this.body = body;
    this.timer = timer;
    this.news = news;
    this.jar = jar;
  }

  /** What was asked. */
  public Outgoing sent() {
    return sent;
  }

  /** When it was begun. */
  public Instant begun() {
    return begun;
  }

  /** The body of the answer, without its content coding where that was taken off. */
  public ByteStore body() {
    return body;
  }

  /** A connection was found for it, new or kept. */
  void carriedBy(Connection connection, String version, boolean reused, Phases steps) {
    synchronized (this) {
      carried =
          new Carried(version, connection.local(), connection.remote(), reused, connection.tls());
      phases = steps;
      // An earlier connection may have taken some of it.
      sentBodyBytes = 0;
    }
    news.run();
  }

  /** The headers as they went out, and how many bytes all but the body took. */
  synchronized void headSent(List<HeaderField> headers, long bytes) {
    sentHeaders = List.copyOf(headers);
    sentHeadBytes = bytes;
  }

  synchronized void bodySent(long bytes) {
    sentBodyBytes += bytes;
  }

  /** A head came that is not the last. */
  void interim(ResponseHead one) {
    synchronized (this) {
      interim.add(one);
    }
    news.run();
  }

  /** The head came. */
  void answered(ResponseHead now, boolean decodes) {
    List<CookieDecision> decided = jar.apply(now);
    synchronized (this) {
      head = now;
      cookies = decided;
      decoded = decodes;
      if (now.mediaType().equals(EVENTS)) {
        arrivals = timer.get();
      }
    }
    news.run();
  }

  /** More of the body came. */
  void grown(byte[] bytes, int length, long onWire) throws IOException {
    body.append(bytes, 0, length);
    synchronized (this) {
      if (arrivals != null) {
        arrivals.came(body.size());
      }
      encodedBytes = onWire;
    }
    news.run();
  }

  /** All came. */
  void finished(List<HeaderField> last, long onWire) {
    synchronized (this) {
      trailers = List.copyOf(last);
      encodedBytes = onWire;
      over = true;
    }
    news.run();
  }

  /** It ended too early. */
  void failed(NetFailure why) {
    synchronized (this) {
      failure = why;
      settle(why.steps());
      over = true;
    }
    news.run();
  }

  /** The step in which it ended took its time too, whoever is late and goes on with it. */
  private void settle(List<Phases.Timed> unknown) {
    settled = phases == null ? unknown : phases.untilNow();
    phases = null;
  }

  /** It was cancelled at {@code now}, if it was not over; what came until then stays. */
  void stopped(Instant now) {
    synchronized (this) {
      if (over) {
        return;
      }
      settle(List.of());
      stopped = true;
      unconnected = Duration.between(begun, now);
      over = true;
    }
    news.run();
  }

  /** What carried it; empty until there is a connection. */
  public synchronized Optional<Carried> carried() {
    return Optional.ofNullable(carried);
  }

  /** The head of the answer; empty until it came. */
  public synchronized Optional<ResponseHead> head() {
    return Optional.ofNullable(head);
  }

  /** The heads that came before it, such as 100 and 103. */
  public synchronized List<ResponseHead> interim() {
    return List.copyOf(interim);
  }

  /** The headers as they went out, with those that the version adds. */
  public synchronized List<HeaderField> sentHeaders() {
    return sentHeaders;
  }

  /** What was done with each Set-Cookie field; nothing where cookies are off. */
  public synchronized List<CookieDecision> cookies() {
    return cookies;
  }

  /** The fields after the body. */
  public synchronized List<HeaderField> trailers() {
    return trailers;
  }

  /** Why it ended too early. */
  public synchronized Optional<NetFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether it has ended, well or not. */
  public synchronized boolean isOver() {
    return over;
  }

  /** Whether it has ended because somebody wanted no more of it. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** When the bytes of the body came; only of a stream of events, and empty before its head. */
  public synchronized Optional<Arrivals> arrivals() {
    return Optional.ofNullable(arrivals);
  }

  /** Whether a content coding was taken off the body. */
  public synchronized boolean isDecoded() {
    return decoded;
  }

  /** How many bytes the head of the request took. */
  public synchronized long sentHeadBytes() {
    return sentHeadBytes;
  }

  /** How many bytes of the body of the request were sent. */
  public synchronized long sentBodyBytes() {
    return sentBodyBytes;
  }

  /** How many bytes the body of the answer took on the wire, without chunk sizes and frames. */
  public synchronized long encodedBytes() {
    return encodedBytes;
  }

  /** The steps that have ended, in the order in which they began. */
  public synchronized List<Phases.Timed> timed() {
    return phases == null ? settled : phases.timed();
  }

  /** How long a step took; empty where it did not happen. */
  public Optional<Duration> phase(Phase phase) {
    return timed().stream()
        .filter(one -> one.phase() == phase)
        .map(Phases.Timed::length)
        .reduce(Duration::plus);
  }

  /**
   * From the first step to the end of the last, or until now while one runs; zero while there is no
   * connection.
   */
  public synchronized Duration time() {
    List<Phases.Timed> all = phases == null ? settled : phases.untilNow();
    Duration end = all.stream().map(Phases.Timed::end).reduce(Duration.ZERO, Exchange::later);
    return all.isEmpty() ? unconnected : end.minus(all.getFirst().start());
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void close() throws IOException {
    Arrivals times = arrivals().orElse(null);
    if (times != null) {
      times.close();
    }
    body.close();
  }
}
