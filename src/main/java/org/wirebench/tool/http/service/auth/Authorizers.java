package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.net.Network;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Authorization.ApiKey;
import org.wirebench.tool.http.request.HttpRequest;

/** Makes what shows who asks. Safe for use by any thread. */
public final class Authorizers {
  private static final Authorizer NONE = (asked, _, _) -> Shown.nothing(asked);

  private final Network network;
  private final TokenStore tokens;
  private final Browser browser;
  private final Supplier<String> random;
  private final DigestSessions digests = new DigestSessions();

  /**
   * @param network waits for the browser to come back
   * @param tokens keeps tokens for the next run
   */
  public Authorizers(Network network, TokenStore tokens, Browser browser) {
    this(network, tokens, browser, random());
  }

  private Authorizers(
      Network network, TokenStore tokens, Browser browser, Supplier<String> random) {
    this.network = network;
    this.tokens = tokens;
    this.browser = browser;
    this.random = random;
  }

  /**
   * The same for somebody else, who has the same tokens but is challenged on his own: the answers
   * to one challenge are numbered, and have to come in their order.
   */
  public Authorizers apart() {
    return new Authorizers(network, tokens, browser, random);
  }

  /** 256 bits that nobody can guess, in the letters of base64url (RFC 7636 section 4.1). */
  private static Supplier<String> random() {
    SecureRandom source = new SecureRandom();
    return () -> {
      byte[] bits = new byte[32];
      source.nextBytes(bits);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    };
  }

  /**
   * What shows who asks {@code request}, for one run. A header that was typed, on or off, stands
   * above it.
   */
  public Authorizer of(HttpRequest request) {
    Authorization wanted = request.authorization();
    String header = wanted instanceof ApiKey key ? key.name() : "Authorization";
    boolean isQuery = wanted instanceof ApiKey key && key.place() == ApiKey.Place.QUERY;
    if (!isQuery && request.headers().stream().anyMatch(line -> line.is(header))) {
      return NONE;
    }
    return switch (wanted) {
      case Authorization.None() -> NONE;
      case Authorization.Basic(String user, String password) -> basic(user, password);
      case Authorization.Digest login ->
          new DigestAuthorizer(login, random, digests.place(request.url(), login));
      case Authorization.Bearer(String token) -> bearer(token);
      case ApiKey key -> apiKey(key);
      case Authorization.Aws keys -> new AwsSignature(keys);
      case Authorization.OAuth2 settings ->
          new OAuthAuthorizer(
              settings, tokens, new TokenRequests(settings, request.options()), signIn(settings));
    };
  }

  private SignIn signIn(Authorization.OAuth2 settings) {
    return new SignIn(settings, network, browser, random);
  }

  private static Authorizer basic(String user, String password) {
    String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return (asked, _, _) -> Shown.header(asked, "Authorization", "Basic " + login);
  }

  private static Authorizer bearer(String token) {
    return (asked, _, _) -> Shown.header(asked, "Authorization", "Bearer " + token);
  }

  private static Authorizer apiKey(ApiKey key) {
    return (asked, _, _) ->
        switch (key.place()) {
          case HEADER -> Shown.header(asked, key.name(), key.value());
          case QUERY -> new Shown(asked.url().withParameter(key.name(), key.value()), List.of());
        };
  }
}
