package org.wirebench.tool.http.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.NameValue;

/** Header fields of the call and of the answer. */
final class HeaderEndpoints {
  private static final Messages TEXT = Messages.of(HeaderEndpoints.class);
  private static final String TAG = "\"wirebench\"";

  private HeaderEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("GET", "/headers", TEXT.get("about.headers"), HeaderEndpoints::headers),
        Route.of("GET", "/ip", TEXT.get("about.ip"), HeaderEndpoints::address),
        Route.of("GET", "/uuid", TEXT.get("about.uuid"), HeaderEndpoints::uuid),
        Route.of("GET", "/user-agent", TEXT.get("about.userAgent"), HeaderEndpoints::agent),
        Route.of(
                "GET POST",
                "/response-headers",
                TEXT.get("about.responseHeaders"),
                HeaderEndpoints::answer)
            .like("/response-headers?X-Colour=blue&X-Size=4"),
        Route.of("GET", "/cache /cache/{seconds}", TEXT.get("about.cache"), HeaderEndpoints::cache),
        Route.of("GET PUT", "/etag/{etag}", TEXT.get("about.etag"), HeaderEndpoints::etag)
            .like("/etag/abc"));
  }

  private static void headers(Call call) throws Exception {
    call.answer().json(200, call.tree("headers"));
  }

  private static void address(Call call) throws Exception {
    call.answer().json(200, call.tree("origin"));
  }

  private static void uuid(Call call) throws Exception {
    call.answer().json(200, Map.of("uuid", UUID.randomUUID().toString()));
  }

  private static void agent(Call call) throws Exception {
    call.answer().json(200, Map.of("user-agent", call.header("User-Agent").orElse("")));
  }

  private static void answer(Call call) throws Exception {
    Map<String, Object> tree = new LinkedHashMap<>(call.query().tree());
    for (NameValue pair : call.query().all()) {
      if (pair.name().equalsIgnoreCase("Content-Length")
          || pair.name().equalsIgnoreCase("Transfer-Encoding")) {
        throw new RefusedException(400, TEXT.get("headers.framing", pair.name()));
      }
      call.answer().add(pair.name(), pair.value());
    }
    call.answer().json(200, tree);
  }

  private static void cache(Call call) throws Exception {
    if (call.named("seconds").isPresent()) {
      long seconds = call.whole("seconds", Integer.MAX_VALUE);
      call.answer().with("Cache-Control", "public, max-age=" + seconds);
      call.answer().json(200, call.tree("args", "headers", "origin", "url"));
      return;
    }
    call.answer().with("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT").with("ETag", TAG);
    if (call.header("If-Modified-Since").isPresent() || call.header("If-None-Match").isPresent()) {
      call.answer().empty(304);
    } else {
      call.answer().json(200, call.tree("args", "headers", "origin", "url"));
    }
  }

  /** RFC 9110 section 13.1. */
  private static void etag(Call call) throws Exception {
    String tag = call.named("etag").orElse("");
    boolean none = matches(call, "If-None-Match", tag);
    boolean differs = call.header("If-Match").isPresent() && !matches(call, "If-Match", tag);
    boolean reads = call.method().equals("GET") || call.isHead();
    call.answer().response().getHeaders().remove("ETag");
    call.answer().add("ETag", "\"" + tag + "\"");
    if (differs || (none && !reads)) {
      call.answer().empty(412);
    } else if (none) {
      call.answer().empty(304);
    } else {
      call.answer().json(200, call.tree("args", "headers", "origin", "url"));
    }
  }

  private static boolean matches(Call call, String field, String tag) {
    return Arrays.stream(call.header(field).orElse("").split(","))
        .map(one -> one.strip().replaceFirst("^W/", "").replace("\"", ""))
        .anyMatch(one -> one.equals("*") || one.equals(tag));
  }
}
