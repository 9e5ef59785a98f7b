package org.wirebench.tool.http.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.NameValue;

/** Cookies (RFC 6265). */
final class CookieEndpoints {
  private static final Messages TEXT = Messages.of(CookieEndpoints.class);

  private CookieEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("GET", "/cookies", TEXT.get("about.cookies"), CookieEndpoints::show),
        Route.of(
                "GET",
                "/cookies/set /cookies/set/{name}/{value}",
                TEXT.get("about.cookiesSet"),
                CookieEndpoints::set)
            .like("/cookies/set?colour=blue"),
        Route.of(
                "GET",
                "/cookies/set-detail /cookies/set-detail/{name}/{value}",
                TEXT.get("about.cookiesDetail"),
                CookieEndpoints::detail)
            .like("/cookies/set-detail?name=a&value=b&path=/cookies&max-age=60&samesite=Lax"),
        Route.of("GET", "/cookies/delete", TEXT.get("about.cookiesDelete"), CookieEndpoints::delete)
            .like("/cookies/delete?colour"));
  }

  private static void show(Call call) throws Exception {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String lines : call.request().getHeaders().getValuesList("Cookie")) {
      for (String pair : lines.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
      }
    }
    call.answer().json(200, Map.of("cookies", cookies));
  }

  private static void set(Call call) throws Exception {
    if (call.named("name").isPresent()) {
      cookie(call, call.named("name").get(), call.named("value").orElse(""), "; Path=/");
    }
    for (NameValue pair : call.query().all()) {
      cookie(call, pair.name(), pair.value(), "; Path=/");
    }
    call.answer().redirect(302, "/cookies");
  }

  private static void delete(Call call) throws Exception {
    for (NameValue pair : call.query().all()) {
      cookie(call, pair.name(), "", "; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    }
    call.answer().redirect(302, "/cookies");
  }

  private static void cookie(Call call, String name, String value, String attributes)
      throws RefusedException {
    call.answer().add("Set-Cookie", name + "=" + value + attributes);
  }

  /** Attributes are sent as they were typed, so that wrong ones can be tried. */
  private static void detail(Call call) throws Exception {
    Pairs query = call.query();
    StringBuilder attributes = new StringBuilder();
    texts()
        .forEach(
            (name, attribute) ->
                query
                    .first(name)
                    .ifPresent(value -> attributes.append("; " + attribute + "=" + value)));
    flags()
        .forEach(
            (name, attribute) ->
                query
                    .first(name)
                    .filter(value -> !value.matches("0|false"))
                    .ifPresent(_ -> attributes.append("; " + attribute)));
    String name = call.named("name").or(() -> query.first("name")).orElse("");
    if (name.isEmpty()) {
      throw new RefusedException(400, TEXT.get("cookie.name"));
    }
    String value = call.named("value").orElse(query.text("value"));
    cookie(call, name, value, attributes.toString());
    call.answer().json(200, Map.of("set-cookie", name + "=" + value + attributes));
  }

  private static SequencedMap<String, String> texts() {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    names.put("path", "Path");
    names.put("domain", "Domain");
    names.put("max-age", "Max-Age");
    names.put("expires", "Expires");
    names.put("samesite", "SameSite");
    return names;
  }

  private static SequencedMap<String, String> flags() {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    names.put("secure", "Secure");
    names.put("httponly", "HttpOnly");
    names.put("partitioned", "Partitioned");
    return names;
  }
}
