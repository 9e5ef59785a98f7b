package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.wirebench.tool.http.request.HeaderLine;

/** Answers a call by a route of the user. */
final class MockAnswer {
  private static final int RANDOM = 1_000_000;

  private MockAnswer() {}

  static void answer(MockBook.Hit hit, Call call) throws Exception {
    MockRoute route = hit.route();
    String body = hit.body().fill((kind, name) -> value(kind, name, hit, call));
    call.pause(route.delay());
    switch (route.fault()) {
      case NONE -> send(route, body, call);
      case CLOSE -> throw new RawAnswer(call).end();
      case RESET -> {
        half(route, body, call);
        throw new RawAnswer(call).reset();
      }
      case TRUNCATE -> {
        half(route, body, call);
        throw new RawAnswer(call).end();
      }
    }
  }

  private static String value(String kind, String name, MockBook.Hit hit, Call call)
      throws Exception {
    return switch (kind) {
      case "path" -> hit.names().getOrDefault(name, "");
      case "query" -> call.query().text(name);
      case "header" -> call.header(name).orElse("");
      case "body" -> call.body().text();
      case "counter" -> Long.toString(hit.count());
      case "time" -> call.context().clock().now().toString();
      case "uuid" -> UUID.randomUUID().toString();
      case "random" -> Integer.toString(ThreadLocalRandom.current().nextInt(RANDOM));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static List<HeaderLine> headers(MockRoute route, String body) {
    List<HeaderLine> headers = new ArrayList<>();
    for (HeaderLine header : route.headers()) {
      // How long the body is follows from the body.
      if (!header.off() && !header.is("Content-Length") && !header.is("Transfer-Encoding")) {
        headers.add(header);
      }
    }
    if (headers.stream().noneMatch(header -> header.is("Content-Type")) && !body.isEmpty()) {
      String start = body.stripLeading();
      boolean isJson = start.startsWith("{") || start.startsWith("[");
      headers.add(new HeaderLine("Content-Type", isJson ? Answer.JSON : Answer.PLAIN));
    }
    return headers;
  }

  private static void send(MockRoute route, String body, Call call) throws Exception {
    for (HeaderLine header : headers(route, body)) {
      call.answer().add(header.name(), header.value());
    }
    if (body.isEmpty() || route.status() == 204 || route.status() == 304) {
      call.answer().empty(route.status());
    } else {
      call.answer().send(route.status(), Answer.PLAIN, body);
    }
  }

  private static void half(MockRoute route, String body, Call call) throws Exception {
    byte[] bytes = body.getBytes(UTF_8);
    List<HeaderLine> headers = new ArrayList<>(headers(route, body));
    // An empty body has no half; then the head alone promises one.
    headers.add(new HeaderLine("Content-Length", Integer.toString(Math.max(1, bytes.length))));
    String half = new String(bytes, 0, bytes.length / 2, ISO_8859_1);
    FaultEndpoints.begin(call, route.status(), headers, half);
  }
}
