package org.wirebench.tool.http.service.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Authorization.OAuth2.Credentials;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.LoadPlan;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Options;
import org.wirebench.tool.http.request.Percent;
import org.wirebench.tool.http.request.UrlException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server for tokens (RFC 6749 sections 4.1.3, 4.4.2 and 6). */
final class TokenRequests {
  private static final JsonMapper JSON = new JsonMapper();

  private final Authorization.OAuth2 settings;
  private final Options options;

  /**
   * @param options of the request that needs the token; its way to the network is used
   */
  TokenRequests(Authorization.OAuth2 settings, Options options) {
    this.settings = settings;
    this.options = options;
  }

  TokenStore.Token byCredentials(Errands errands, JobContext context) throws Exception {
    List<NameValue> fields = new ArrayList<>();
    fields.add(new NameValue("grant_type", "client_credentials"));
    addScope(fields);
    return token(fields, Optional.empty(), errands, context);
  }

  /** Changes what the browser brought for a token. */
  TokenStore.Token byCode(SignIn.Code code, Errands errands, JobContext context) throws Exception {
    List<NameValue> fields = new ArrayList<>();
    fields.add(new NameValue("grant_type", "authorization_code"));
    fields.add(new NameValue("code", code.code()));
    fields.add(new NameValue("redirect_uri", code.redirect()));
    fields.add(new NameValue("code_verifier", code.verifier()));
    return token(fields, Optional.empty(), errands, context);
  }

  TokenStore.Token byRefresh(String refresh, Errands errands, JobContext context) throws Exception {
    List<NameValue> fields = new ArrayList<>();
    fields.add(new NameValue("grant_type", "refresh_token"));
    fields.add(new NameValue("refresh_token", refresh));
    addScope(fields);
    return token(fields, Optional.of(refresh), errands, context);
  }

  private void addScope(List<NameValue> fields) {
    if (!settings.scope().isBlank()) {
      fields.add(new NameValue("scope", settings.scope().strip()));
    }
  }

  /**
   * @param refresh what stays in use where the answer brings no other
   */
  private TokenStore.Token token(
      List<NameValue> fields, Optional<String> refresh, Errands errands, JobContext context)
      throws Exception {
    Instant asked = context.clock().now();
    Errands.Reply reply = errands.send(request(fields), context);
    JsonNode answer = json(reply);
    String error = text(answer, "error");
    if (!error.isEmpty()) {
      throw AuthException.refused(error, text(answer, "error_description"));
    }
    String access = text(answer, "access_token");
    if (reply.status() != 200 || access.isEmpty()) {
      throw AuthException.noToken(reply.status());
    }
    String type = text(answer, "token_type");
    if (!type.isEmpty() && !type.equalsIgnoreCase("bearer")) {
      throw AuthException.tokenType(type);
    }
    String next = text(answer, "refresh_token");
    String seconds = text(answer, "expires_in");
    return new TokenStore.Token(
        access,
        next.isEmpty() ? refresh : Optional.of(next),
        seconds.matches("\\d{1,10}")
            ? Optional.of(asked.plusSeconds(Long.parseLong(seconds)))
            : Optional.empty());
  }

  private static JsonNode json(Errands.Reply reply) throws AuthException {
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException noJson) {
      throw AuthException.noToken(reply.status());
    }
  }

  /** The text, or the number, under this name; empty where there is none. */
  private static String text(JsonNode answer, String name) {
    return answer.path(name).asString("");
  }

  private HttpRequest request(List<NameValue> fields) throws AuthException {
    boolean inHeader =
        settings.credentials() == Credentials.HEADER && !settings.clientSecret().isEmpty();
    List<NameValue> all = new ArrayList<>(fields);
    if (!inHeader) {
      all.add(new NameValue("client_id", settings.clientId()));
      if (!settings.clientSecret().isEmpty()) {
        all.add(new NameValue("client_secret", settings.clientSecret()));
      }
    }
    Authorization login =
        inHeader
            // Both are encoded before they become a login (RFC 6749 section 2.3.1).
            ? new Authorization.Basic(
                Percent.form(settings.clientId()), Percent.form(settings.clientSecret()))
            : new Authorization.None();
    return new HttpRequest(
        "POST",
        url(settings.tokenUrl()),
        List.of(new HeaderLine("Accept", "application/json")),
        new Body.Form(all),
        login,
        plain(),
        LoadPlan.DEFAULT);
  }

  static HttpUrl url(String typed) throws AuthException {
    try {
      return HttpUrl.parse(typed);
    } catch (UrlException noUrl) {
      throw AuthException.invalid(String.valueOf(noUrl.getMessage()));
    }
  }

  /** The same way to the network, and nothing that was meant for another server. */
  private Options plain() {
    return new Options(
        HttpVersion.AUTO,
        options.family(),
        new Options.Redirects(false, 0, false),
        options.timeouts(),
        options.proxy(),
        options.tls().withServerName("").withAlpn(List.of()),
        true,
        Errands.Reply.LARGEST,
        false,
        false);
  }
}
