package org.wirebench.tool.http.service.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Network;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;

/**
 * Has the user sign in with the browser, which brings a code back to a port of this machine (RFC
 * 6749 section 4.1, RFC 7636, RFC 8252 section 7.3).
 */
final class SignIn {
  /** How long the user is waited for. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Messages TEXT = Messages.of(SignIn.class);
  private static final Hashes SHA_256 = new Hashes("SHA-256");

  private final Authorization.OAuth2 settings;
  private final Network network;
  private final Browser browser;
  private final Supplier<String> random;

  /**
   * What the browser brought, and what proves that it is ours.
   *
   * @param redirect where it came to
   * @param verifier what the challenge was made of (RFC 7636 section 4.1)
   */
  record Code(String code, String redirect, String verifier) {
    /** Tells nothing: it is secret. */
    @Override
    public String toString() {
      return "Code";
    }
  }

  /**
   * @param random makes texts that nobody can guess, of 43 letters
   */
  SignIn(Authorization.OAuth2 settings, Network network, Browser browser, Supplier<String> random) {
    this.settings = settings;
    this.network = network;
    this.browser = browser;
    this.random = random;
  }

  /**
   * Opens the browser and waits until it comes back.
   *
   * @throws AuthException when the user or the server refuses, or nobody comes back
   * @throws InterruptedException when the job is cancelled
   */
  Code signIn(JobContext context) throws Exception {
    String state = random.get();
    String verifier = random.get();
    try (RedirectListener listener =
        RedirectListener.open(network, settings.redirectPort(), state, context)) {
      context.step(TEXT.get("signIn.step"));
      open(page(listener.uri(), state, verifier));
      Map<String, String> answer =
          listener
              .await(PATIENCE)
              .orElseThrow(
                  () ->
                      listener.sawStrangers()
                          ? AuthException.wrongState(PATIENCE)
                          : AuthException.nobodyCame(PATIENCE));
      return new Code(code(answer), listener.uri(), verifier);
    }
  }

  private void open(String page) throws AuthException {
    try {
      browser.open(page);
    } catch (IOException none) {
      throw AuthException.noBrowser(none);
    }
  }

  private String page(String redirect, String state, String verifier) throws AuthException {
    HttpUrl url = TokenRequests.url(settings.authorizationUrl());
    List<NameValue> parameters = new ArrayList<>();
    parameters.add(new NameValue("response_type", "code"));
    parameters.add(new NameValue("client_id", settings.clientId()));
    parameters.add(new NameValue("redirect_uri", redirect));
    if (!settings.scope().isBlank()) {
      parameters.add(new NameValue("scope", settings.scope().strip()));
    }
    parameters.add(new NameValue("state", state));
    parameters.add(new NameValue("code_challenge", challenge(verifier)));
    parameters.add(new NameValue("code_challenge_method", "S256"));
    String added =
        parameters.stream()
            .map(one -> one.name() + "=" + Percent.strict(one.value()))
            .collect(Collectors.joining("&"));
    String before = url.query().filter(query -> !query.isEmpty()).map(q -> q + "&").orElse("");
    return url.withQuery(Optional.of(before + added)).toString();
  }

  /** RFC 7636 section 4.2. */
  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(SHA_256.bytes(verifier));
  }

  private static String code(Map<String, String> answer) throws AuthException {
    String error = answer.getOrDefault("error", "");
    if (!error.isEmpty()) {
      throw AuthException.signInRefused(error, answer.getOrDefault("error_description", ""));
    }
    String code = answer.getOrDefault("code", "");
    if (code.isEmpty()) {
      throw AuthException.noCode();
    }
    return code;
  }
}
