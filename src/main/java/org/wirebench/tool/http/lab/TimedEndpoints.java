package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebench.core.text.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Answers that take their time. */
final class TimedEndpoints {
  /** The longest delay, in seconds. */
  static final int LONGEST = 60;

  private static final Messages TEXT = Messages.of(TimedEndpoints.class);
  private static final JsonMapper JSON = new JsonMapper();

  private TimedEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("*", "/delay/{seconds}", TEXT.get("about.delay"), TimedEndpoints::delay)
            .like("/delay/2"),
        Route.of("GET", "/drip", TEXT.get("about.drip"), TimedEndpoints::drip)
            .like("/drip?duration=2&numbytes=10&delay=1&code=200"),
        Route.of("GET", "/sse", TEXT.get("about.sse"), TimedEndpoints::events)
            .like("/sse?count=10&interval=0.5"));
  }

  private static void delay(Call call) throws Exception {
    Duration delay = Call.seconds(call.named("seconds").orElse(""), LONGEST);
    Map<String, Object> tree = EchoEndpoints.everything(call, true);
    call.pause(delay);
    call.answer().json(200, tree);
  }

  private static void drip(Call call) throws Exception {
    Duration duration = call.seconds("duration", "2", LONGEST);
    Duration delay = call.seconds("delay", "0", LONGEST);
    int count = (int) call.whole("numbytes", 10, 1, 10 << 20);
    int status = (int) call.whole("code", 200, 200, 599);
    call.pause(delay);
    call.answer().stream(
        status,
        Answer.BINARY,
        count,
        out -> {
          for (int i = 0; i < count; i++) {
            out.write('*');
            if (duration.isPositive()) {
              out.flush();
              call.pause(duration.dividedBy(count));
            }
          }
        });
  }

  /** WHATWG HTML, section 9.2. */
  private static void events(Call call) throws Exception {
    long count = call.whole("count", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    Duration interval = call.seconds("interval", "1", LONGEST);
    call.answer().with("Cache-Control", "no-store");
    call.answer().stream(
        200,
        "text/event-stream",
        Answer.UNKNOWN,
        out -> {
          out.write("retry: 1000\n\n".getBytes(UTF_8));
          out.flush();
          for (long id = 1; id <= count; id++) {
            event(id, call, out);
            call.pause(id < count ? interval : Duration.ZERO);
          }
        });
  }

  private static void event(long id, Call call, OutputStream out) throws Exception {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("time", call.context().clock().now().toString());
    String text = "id: %d\nevent: tick\ndata: %s\n\n".formatted(id, JSON.writeValueAsString(data));
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
