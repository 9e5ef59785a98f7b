package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebench.core.text.Messages;

/** Basic (RFC 7617) and Bearer (RFC 6750). */
final class LoginEndpoints {
  /** Of what the lab asks a login for. */
  static final String REALM = "wirebench";

  private static final Messages TEXT = Messages.of(LoginEndpoints.class);

  private LoginEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of(
                "GET",
                "/basic-auth/{user}/{password}",
                TEXT.get("about.basic"),
                LoginEndpoints::basic)
            .like("/basic-auth/user/secret"),
        Route.of(
                "GET",
                "/hidden-basic-auth/{user}/{password}",
                TEXT.get("about.hiddenBasic"),
                LoginEndpoints::hidden)
            .like("/hidden-basic-auth/user/secret"),
        Route.of("GET", "/bearer", TEXT.get("about.bearer"), LoginEndpoints::bearer));
  }

  private static void basic(Call call) throws Exception {
    if (isLogin(call)) {
      welcome(call);
    } else {
      call.answer()
          .with("WWW-Authenticate", "Basic realm=\"" + REALM + "\", charset=\"UTF-8\"")
          .empty(401);
    }
  }

  private static void hidden(Call call) throws Exception {
    if (isLogin(call)) {
      welcome(call);
    } else {
      call.answer().empty(404);
    }
  }

  private static boolean isLogin(Call call) {
    Optional<String> wanted =
        call.named("user").map(user -> user + ":" + call.named("password").orElse(""));
    return login(call).equals(wanted);
  }

  /** Who the client says that it is: user and password with a colon between. */
  static Optional<String> login(Call call) {
    return credentials(call, "Basic")
        .flatMap(
            text -> {
              try {
                return Optional.of(new String(Base64.getDecoder().decode(text), UTF_8));
              } catch (IllegalArgumentException damaged) {
                return Optional.empty();
              }
            });
  }

  /** What the Authorization field holds after the name of {@code scheme}. */
  static Optional<String> credentials(Call call, String scheme) {
    return call.header("Authorization")
        .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
        .map(value -> value.substring(scheme.length() + 1).strip());
  }

  static void welcome(Call call) throws Exception {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("authenticated", true);
    tree.put("user", call.named("user").orElse(""));
    call.answer().json(200, tree);
  }

  private static void bearer(Call call) throws Exception {
    Optional<String> token = credentials(call, "Bearer").filter(text -> !text.isEmpty());
    if (token.isEmpty()) {
      call.answer().with("WWW-Authenticate", "Bearer realm=\"" + REALM + "\"").empty(401);
      return;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("authenticated", true);
    tree.put("token", token.get());
    call.answer().json(200, tree);
  }
}
