package org.wirebench.tool.http.service;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.service.veil.Http2Veil;

/** A connection that carries exchanges of HTTP/2 (RFC 9113). */
final class Http2Connection implements Line {
  private static final String VERSION = "HTTP/2";
  private static final int MOST_INTERIM = 100;

  private final Connection connection;
  private final Http2Session session;
  private final Http2Veil veil = new Http2Veil();
  private boolean used;
  private boolean rests;

  /**
   * @param clock says when it was silent for too long
   * @throws IOException when the server is gone already
   */
  Http2Connection(Connection connection, JobClock clock) throws IOException {
    this.connection = connection;
    connection.tap().cover(veil);
    this.session = new Http2Session(connection, clock);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Watch watch() {
    return session.watch();
  }

  @Override
  public boolean isUsed() {
    return used;
  }

  @Override
  public boolean isFit() throws IOException, InterruptedException {
    return session.isFit();
  }

  @Override
  public void carry(
      Outgoing request, Exchange exchange, Phases phases, Taker taker, JobContext context)
      throws Exception {
    exchange.carriedBy(connection, VERSION, used, phases);
    used = true;
    rests = false;
    veil.begin(request.secrecy(), session.nextStream());
    session.begin(context);
    try {
      Http2Pipe pipe = new Http2Pipe(connection, session, request, exchange);
      Sending sending = new Sending(pipe, request, exchange, phases, session.watch(), context);
      talk(pipe, exchange, sending, taker);
    } finally {
      rests = session.end();
    }
  }

  /** An error of a stream leaves the connection as it is (RFC 9113 section 5.4.2). */
  @Override
  public boolean rests() {
    return rests && session.isUsable();
  }

  private void talk(Http2Pipe pipe, Exchange exchange, Sending sending, Taker taker)
      throws Exception {
    sending.begin();
    Http2Stream stream = pipe.opened();
    if (stream == null) {
      throw sending.unanswered(HttpException.noAnswer(0));
    }
    boolean whole = false;
    try {
      ResponseHead head;
      try {
        head = answer(stream, exchange, sending);
      } catch (UnprocessedException again) {
        throw again;
      } catch (IOException failed) {
        throw sending.unanswered(failed);
      }
      sending.answered(head.status());
      long announced = Framing.announced(head, exchange.sent().method());
      taker.take(head, new Http2Content(session, stream, announced));
      whole = sending.finish() && stream.ended;
    } finally {
      if (!whole) {
        giveUp(sending, stream);
      }
      session.forget(stream);
    }
  }

  private void giveUp(Sending sending, Http2Stream stream) throws InterruptedException {
    try {
      sending.giveUp();
    } finally {
      session.giveUp(stream);
    }
  }

  private ResponseHead answer(Http2Stream stream, Exchange exchange, Sending sending)
      throws IOException, InterruptedException {
    int told = 0;
    while (true) {
      int known = told;
      session.await(
          () -> stream.head != null || stream.broken != null || stream.interim.size() > known);
      if (stream.broken == null) {
        sending.firstByte();
      }
      while (told < stream.interim.size()) {
        ResponseHead interim = stream.interim.get(told++);
        exchange.interim(interim);
        if (interim.status() == 100) {
          sending.wanted();
        }
      }
      @Nullable ResponseHead head = stream.head;
      if (head != null) {
        return head;
      }
      NetException why = stream.broken;
      if (why != null) {
        throw stream.unprocessed ? new UnprocessedException(why) : why;
      }
      if (told > MOST_INTERIM) {
        throw HttpException.headTooLong(HeadReader.LARGEST);
      }
    }
  }
}
