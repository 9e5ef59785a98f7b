package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Percent;

/** A small authorization server (RFC 6749, with PKCE of RFC 7636) that signs everybody in. */
final class OauthEndpoints {
  /** The client that it knows. */
  static final String CLIENT = "lab";

  /** What only that client knows. */
  static final String SECRET = "secret";

  private static final Messages TEXT = Messages.of(OauthEndpoints.class);
  private static final int MOST = 1000;
  private static final long LIFETIME = 3600;

  private final Map<String, Grant> codes = bounded();
  private final Map<String, Grant> refreshTokens = bounded();

  /**
   * What somebody was granted.
   *
   * @param redirect where the code was sent to
   * @param challenge of PKCE; empty where there was none
   * @param isHashed whether the challenge is a hash of its verifier
   */
  private record Grant(String scope, String redirect, String challenge, boolean isHashed) {}

  /** A call that RFC 6749 section 5.2 has a word for. */
  private static final class OauthException extends Exception {
    private final String code;

    OauthException(String code, String message) {
      super(message);
      this.code = code;
    }
  }

  private static Map<String, Grant> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
        return size() > MOST;
      }
    };
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/oauth/token", TEXT.get("about.oauthToken"), this::token),
        Route.of("GET", "/oauth/authorize", TEXT.get("about.oauthAuthorize"), this::authorize)
            .like(
                "/oauth/authorize?response_type=code&client_id=lab&redirect_uri=/anything&state=1"));
  }

  private void authorize(Call call) throws Exception {
    Pairs query = call.query();
    String redirect = query.text("redirect_uri");
    // RFC 6749 section 4.1.2.1: then nobody is redirected.
    if (!query.text("client_id").equals(CLIENT)) {
      throw new RefusedException(400, TEXT.get("oauth.client", CLIENT));
    }
    if (redirect.isEmpty() || !redirect.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new RefusedException(400, TEXT.get("oauth.redirect"));
    }
    String method = query.first("code_challenge_method").orElse("plain");
    String problem =
        !query.text("response_type").equals("code")
            ? "unsupported_response_type"
            : !List.of("S256", "plain").contains(method) ? "invalid_request" : "";
    if (!problem.isEmpty()) {
      call.answer().redirect(302, location(redirect, "error", problem, query));
    } else if (!query.text("auto").equals("1")) {
      String again = call.request().getHttpURI().getPathQuery() + "&auto=1";
      String page = Resources.text("authorize.html").replace("%link%", Html.escaped(again));
      call.answer().send(200, Answer.HTML, page);
    } else {
      String code = UUID.randomUUID().toString();
      Grant grant =
          new Grant(
              query.text("scope"), redirect, query.text("code_challenge"), method.equals("S256"));
      put(codes, code, grant);
      call.answer().redirect(302, location(redirect, "code", code, query));
    }
  }

  private static String location(String redirect, String name, String value, Pairs query) {
    String state = query.first("state").map(text -> "&state=" + Percent.strict(text)).orElse("");
    return redirect + (redirect.contains("?") ? "&" : "?") + name + "=" + value + state;
  }

  private void token(Call call) throws Exception {
    Pairs form = Pairs.parse(call.body().text());
    call.answer().with("Cache-Control", "no-store");
    try {
      boolean isKnown = checkClient(call, form);
      switch (form.text("grant_type")) {
        case "client_credentials" -> {
          needSecret(isKnown);
          issue(call, new Grant(form.text("scope"), "", "", false), Optional.empty());
        }
        case "authorization_code" -> {
          Grant grant = code(form, isKnown);
          issue(call, grant, Optional.of(put(refreshTokens, UUID.randomUUID().toString(), grant)));
        }
        case "refresh_token" -> refresh(call, form);
        default -> throw new OauthException("unsupported_grant_type", TEXT.get("oauth.grant"));
      }
    } catch (OauthException wrong) {
      boolean login = wrong.code.equals("invalid_client");
      if (login) {
        call.answer().with("WWW-Authenticate", "Basic realm=\"" + LoginEndpoints.REALM + "\"");
      }
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("error", wrong.code);
      tree.put("error_description", wrong.getMessage());
      call.answer().json(login ? 401 : 400, tree);
    }
  }

  /** Whether the client has shown its secret; a client without one has PKCE. */
  private static boolean checkClient(Call call, Pairs form) throws OauthException {
    Optional<String> basic = LoginEndpoints.login(call);
    String[] login = basic.orElse(":").split(":", 2);
    boolean inField = basic.isPresent();
    String client = inField ? Percent.decodeQuery(login[0]) : form.text("client_id");
    String secret = inField ? Percent.decodeQuery(login[1]) : form.text("client_secret");
    if (!client.equals(CLIENT) || (!secret.isEmpty() && !secret.equals(SECRET))) {
      throw new OauthException("invalid_client", TEXT.get("oauth.login", CLIENT, SECRET));
    }
    return !secret.isEmpty();
  }

  private static void needSecret(boolean isKnown) throws OauthException {
    if (!isKnown) {
      throw new OauthException("invalid_client", TEXT.get("oauth.login", CLIENT, SECRET));
    }
  }

  private Grant code(Pairs form, boolean isKnown) throws Exception {
    Grant grant = take(codes, form.text("code"));
    if (grant == null || !grant.redirect().equals(form.text("redirect_uri"))) {
      throw new OauthException("invalid_grant", TEXT.get("oauth.code"));
    }
    if (grant.challenge().isEmpty()) {
      needSecret(isKnown);
    } else if (!grant.challenge().equals(answer(form.text("code_verifier"), grant.isHashed()))) {
      throw new OauthException("invalid_grant", TEXT.get("oauth.verifier"));
    }
    return grant;
  }

  /** RFC 7636 section 4.2. */
  private static String answer(String verifier, boolean isHashed) throws Exception {
    byte[] bytes = verifier.getBytes(UTF_8);
    return isHashed
        ? Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes))
        : verifier;
  }

  private void refresh(Call call, Pairs form) throws Exception {
    Grant grant = take(refreshTokens, form.text("refresh_token"));
    if (grant == null) {
      throw new OauthException("invalid_grant", TEXT.get("oauth.refresh"));
    }
    issue(call, grant, Optional.of(put(refreshTokens, UUID.randomUUID().toString(), grant)));
  }

  private static void issue(Call call, Grant grant, Optional<String> refresh) throws Exception {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("access_token", UUID.randomUUID().toString());
    tree.put("token_type", "Bearer");
    tree.put("expires_in", call.whole("expires_in", LIFETIME, 0, Integer.MAX_VALUE));
    refresh.ifPresent(token -> tree.put("refresh_token", token));
    if (!grant.scope().isEmpty()) {
      tree.put("scope", grant.scope());
    }
    call.answer().json(200, tree);
  }

  private synchronized String put(Map<String, Grant> grants, String name, Grant grant) {
    grants.put(name, grant);
    return name;
  }

  /** Each is good for one time. */
  private synchronized @Nullable Grant take(Map<String, Grant> grants, String name) {
    return grants.remove(name);
  }
}
