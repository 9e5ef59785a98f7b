package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.veil.Http1Veil;

/** A connection that carries one exchange of HTTP/1.1 after the other (RFC 9112). */
final class Http1Connection implements Line {
  private static final String VERSION = "HTTP/1.1";
  private static final int MOST_INTERIM = 100;
  private static final int BUFFER = 8 * 1024;

  private final Connection connection;
  private final Watch watch;
  private final Way way;
  private final MessageInput in;
  private final HeadReader heads;
  private final Http1Veil veil = new Http1Veil();
  private boolean used;
  private boolean rests;
  private @Nullable Written written;

  /** The head of a request as it goes out. */
  private static final class Written {
    private final Outgoing request;
    private final List<HeaderField> headers;
    private final byte[] bytes;

    Written(Outgoing request, List<HeaderField> headers, byte[] bytes) {
      this.request = request;
      this.headers = List.copyOf(headers);
      this.bytes = bytes;
    }
  }

  /**
   * @param way says whether a proxy reads the whole address (RFC 9112 section 3.2.2)
   * @param clock says when it was silent for too long
   */
  Http1Connection(Connection connection, Way way, JobClock clock) {
    this.connection = connection;
    this.watch = new Watch(clock, connection::abort);
    this.way = way;
    this.in = new MessageInput(connection.in());
    this.heads = new HeadReader(in);
    connection.tap().cover(veil);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public boolean isUsed() {
    return used;
  }

  @Override
  public boolean isFit() throws IOException {
    if (connection.pending() == Connection.Pending.NOTHING) {
      return true;
    }
    // Such as a 408, or the end: it is read so that it is on record.
    int _ = connection.in().read(new byte[BUFFER]);
    return false;
  }

  @Override
  public void carry(
      Outgoing request, Exchange exchange, Phases phases, Taker taker, JobContext context)
      throws Exception {
    exchange.carriedBy(connection, VERSION, used, phases);
    used = true;
    rests = false;
    veil.begin(request.secrecy());
    Written head = written(request);
    exchange.headSent(head.headers, head.bytes.length);
    Sending sending =
        new Sending(new Pipe(head.bytes, request), request, exchange, phases, watch, context);
    sending.begin();
    ResponseHead answer;
    try {
      answer = answer(exchange, sending);
    } catch (IOException failed) {
      throw sending.unanswered(failed);
    }
    sending.answered(answer.status());
    Framing.Content content = Framing.of(answer, request.method(), in);
    taker.take(answer, content);
    boolean whole = sending.finish();
    rests = whole && staysOpen(request, answer, content);
  }

  @Override
  public boolean rests() {
    return rests && !watch.isExpired() && !connection.isClosed();
  }

  /** Whether it can carry another exchange after this answer was read to its end. */
  private boolean staysOpen(Outgoing request, ResponseHead head, Framing.Content content) {
    boolean persistent = !head.version().equals("HTTP/1.0");
    List<String> options = head.tokens("Connection");
    return content.leavesConnectionOpen()
        && !request.says("Connection", "close")
        && !in.hasMore()
        && !options.contains("close")
        && (persistent || options.contains("keep-alive"))
        && head.status() != 101
        && !connection.isClosed();
  }

  /** The same request is often sent again: then its head is written already. */
  private Written written(Outgoing request) {
    Written known = written;
    if (known == null || !known.request.equals(request)) {
      List<HeaderField> headers = headers(request);
      known = new Written(request, headers, head(request, headers));
      written = known;
    }
    return known;
  }

  private List<HeaderField> headers(Outgoing request) {
    List<HeaderField> all = new ArrayList<>();
    if (!request.has("Host")) {
      all.add(new HeaderField("Host", request.url().authority()));
    }
    all.addAll(request.headers());
    if (!request.has("Proxy-Authorization")) {
      way.proxyAuthorization().ifPresent(all::add);
    }
    boolean hasBody = request.body().length() > 0 || request.sendsLength();
    if (hasBody && !request.has("Content-Length") && !request.isChunked()) {
      all.add(new HeaderField("Content-Length", Long.toString(request.body().length())));
    }
    if (request.expects() && !request.has("Expect")) {
      all.add(new HeaderField("Expect", "100-continue"));
    }
    return all;
  }

  private byte[] head(Outgoing request, List<HeaderField> headers) {
    HttpUrl url = request.url();
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ');
    head.append(way.readsAddresses() ? url.toString() : url.target()).append(" HTTP/1.1\r\n");
    headers.forEach(one -> head.append(one.name()).append(": ").append(one.value()).append("\r\n"));
    return head.append("\r\n").toString().getBytes(UTF_8);
  }

  private ResponseHead answer(Exchange exchange, Sending sending) throws IOException {
    if (!in.awaitMore()) {
      throw HttpException.noAnswer(0);
    }
    sending.firstByte();
    ResponseHead head = heads.read();
    for (int count = 0; head.isInterim(); count++) {
      if (count == MOST_INTERIM) {
        throw HttpException.headTooLong(HeadReader.LARGEST);
      }
      exchange.interim(head);
      if (head.status() == 100) {
        sending.wanted();
      }
      head = heads.read();
    }
    return head;
  }

  /** The connection, as it takes a request. */
  private final class Pipe implements Sending.Pipe {
    private final byte[] head;
    private final Chunks chunks = new Chunks(connection.out());
    private final boolean chunked;
    private final CountDownLatch ended = new CountDownLatch(1);

    Pipe(byte[] head, Outgoing request) {
      this.head = head;
      this.chunked = request.isChunked();
    }

    @Override
    public void begin(byte[] body, boolean whole) throws IOException {
      if (body.length == 0 && !chunked) {
        connection.out().write(head);
        return;
      }
      ByteArrayOutputStream first = new ByteArrayOutputStream(head.length + body.length + 16);
      first.write(head);
      if (chunked) {
        Chunks here = new Chunks(first);
        here.write(body);
        if (whole) {
          here.end();
        }
      } else {
        first.write(body);
      }
      connection.out().write(first.toByteArray());
    }

    @Override
    public OutputStream body() {
      return chunked ? chunks : connection.out();
    }

    @Override
    public void end() throws IOException {
      if (chunked) {
        chunks.end();
      }
    }

    @Override
    public void ended() {
      ended.countDown();
    }

    @Override
    public boolean awaitEnded(Duration longest) throws InterruptedException {
      return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void abort() {
      connection.abort();
    }

    @Override
    public void fail() {
      connection.abort();
    }
  }
}
