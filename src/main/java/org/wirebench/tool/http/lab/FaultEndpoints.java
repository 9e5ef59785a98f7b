package org.wirebench.tool.http.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HeaderLine;

/** Answers that break off, or that are none. */
final class FaultEndpoints {
  private static final Messages TEXT = Messages.of(FaultEndpoints.class);
  private static final HeaderLine TYPE = new HeaderLine("Content-Type", "text/plain");
  private static final HeaderLine LAST = new HeaderLine("Connection", "close");
  private static final int PROMISED = 100_000;

  private FaultEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("*", "/reset", TEXT.get("about.reset"), FaultEndpoints::reset),
        Route.of("*", "/close", TEXT.get("about.close"), FaultEndpoints::close),
        Route.of("*", "/truncated", TEXT.get("about.truncated"), FaultEndpoints::truncated),
        Route.of("*", "/bad-chunk", TEXT.get("about.badChunk"), FaultEndpoints::badChunk),
        Route.of("*", "/slow-headers", TEXT.get("about.slowHeaders"), FaultEndpoints::slowHeaders)
            .like("/slow-headers?count=5"),
        Route.of(
            "*", "/endless-headers", TEXT.get("about.endlessHeaders"), FaultEndpoints::endless),
        Route.of("*", "/http09", TEXT.get("about.noise"), FaultEndpoints::noise));
  }

  private static String some() {
    return TEXT.get("fault.body") + "\n";
  }

  private static List<HeaderLine> headers(long length) {
    return List.of(TYPE, new HeaderLine("Content-Length", Long.toString(length)));
  }

  private static void reset(Call call) throws Exception {
    begin(call, 200, headers(PROMISED), some());
    throw new RawAnswer(call).reset();
  }

  private static void close(Call call) throws Exception {
    throw new RawAnswer(call).end();
  }

  private static void truncated(Call call) throws Exception {
    begin(call, 200, headers(PROMISED), some());
    throw new RawAnswer(call).end();
  }

  /** Sends a head that promises more than the body that follows. */
  static void begin(Call call, int status, List<HeaderLine> headers, String body)
      throws IOException, RefusedException {
    call.drain();
    if (!call.isHttp2()) {
      RawAnswer raw = new RawAnswer(call).head(status, headers);
      if (!call.isHead()) {
        RawAnswer _ = raw.write(body);
      }
      return;
    }
    call.answer().begin(status, headers, body);
  }

  private static void badChunk(Call call) throws Exception {
    HeaderLine chunked = new HeaderLine("Transfer-Encoding", "chunked");
    String chunk = some();
    if (call.isHttp2()) {
      call.answer().begin(200, List.of(TYPE), chunk);
    }
    throw new RawAnswer(call)
        .head(200, List.of(TYPE, chunked))
        .write(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\nno size at all\r\n")
        .end();
  }

  private static void slowHeaders(Call call) throws Exception {
    long count = call.whole("count", 10, 1, 1000);
    Duration interval = call.seconds("interval", "1", TimedEndpoints.LONGEST);
    if (call.isHttp2()) {
      call.pause(interval.multipliedBy(count));
      for (int i = 1; i <= count; i++) {
        call.answer().with("X-Slow-" + i, Integer.toString(i));
      }
      call.answer().send(200, Answer.PLAIN, some());
      return;
    }
    String body = call.isHead() ? "" : some();
    RawAnswer raw = new RawAnswer(call).write("HTTP/1.1 200 OK\r\n");
    for (int i = 1; i <= count; i++) {
      call.pause(interval);
      RawAnswer _ = raw.write("X-Slow-" + i + ": " + i + "\r\n");
    }
    List<HeaderLine> rest = new ArrayList<>(headers(some().length()));
    rest.add(LAST);
    StringBuilder end = new StringBuilder();
    rest.forEach(header -> end.append(header).append("\r\n"));
    throw raw.write(end + "\r\n" + body).end();
  }

  private static void endless(Call call) throws Exception {
    RawAnswer raw = new RawAnswer(call).write("HTTP/1.1 200 OK\r\n");
    String filler = "x".repeat(200);
    for (long i = 1; ; i++) {
      call.context().checkCancelled();
      RawAnswer _ = raw.write("X-Endless-" + i + ": " + filler + "\r\n");
    }
  }

  private static void noise(Call call) throws Exception {
    throw new RawAnswer(call)
        .write("Hello, this is no HTTP.\r\n\u0000\u0001\u00fe\u00ff\r\n")
        .end();
  }
}
