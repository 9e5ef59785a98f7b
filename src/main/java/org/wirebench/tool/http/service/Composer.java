package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.veil.Secrecy;

/**
 * Makes what goes out of what was asked for: the headers that were typed, and those that follow
 * from it. A header that is there but off is not added either.
 */
final class Composer {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final HttpRequest request;
  private final String agent;
  private final Secrecy secrecy;

  /**
   * @param agent how the program introduces itself
   */
  Composer(HttpRequest request, String agent) {
    this(request, agent, Secrecy.of(request));
  }

  /**
   * @param secrecy what of the exchanges is not for records
   */
  Composer(HttpRequest request, String agent, Secrecy secrecy) {
    this.request = request;
    this.agent = agent;
    this.secrecy = secrecy;
  }

  /**
   * The request as it was typed.
   *
   * @throws IOException when a file of its body is not there
   */
  Outgoing first() throws IOException {
    RequestBody body = RequestBody.of(request.body());
    List<HeaderField> headers = new ArrayList<>();
    for (HeaderLine line : request.sentHeaders()) {
      headers.add(new HeaderField(line.name(), line.value()));
    }
    add("User-Agent", agent, headers);
    add("Accept", "*/*", headers);
    if (request.options().decompress()) {
      add("Accept-Encoding", Codings.ACCEPTED, headers);
    }
    if (!body.type().isEmpty()) {
      add("Content-Type", body.type(), headers);
    }
    return new Outgoing(
        request.method(),
        request.url(),
        headers,
        body,
        WITH_BODY.contains(request.method()),
        request.options().expectContinue(),
        secrecy);
  }

  private void add(String name, String value, List<HeaderField> to) {
    if (request.headers().stream().noneMatch(line -> line.is(name))) {
      to.add(new HeaderField(name, value));
    }
  }

  /**
   * The request that follows a redirect (RFC 9110 section 15.4).
   *
   * @param status of the redirect
   */
  Outgoing redirected(Outgoing from, int status, HttpUrl to) {
    boolean turnsToGet =
        (status == 303 && !from.method().equals("HEAD"))
            || ((status == 301 || status == 302)
                && from.method().equals("POST")
                && !request.options().redirects().keepMethod());
    List<HeaderField> headers = new ArrayList<>(from.headers());
    if (turnsToGet) {
      headers.removeIf(Composer::isOfBody);
    }
    if (!from.url().isSameOrigin(to)) {
      // What was meant for one server is not for another (RFC 9110 section 15.4).
      headers.removeIf(one -> one.is("Host"));
      headers.removeIf(this::isSecret);
    }
    return new Outgoing(
        turnsToGet ? "GET" : from.method(),
        to,
        headers,
        turnsToGet ? RequestBody.none() : from.body(),
        !turnsToGet && from.sendsLength(),
        !turnsToGet && from.expectContinue(),
        secrecy);
  }

  private static boolean isOfBody(HeaderField field) {
    return field.name().regionMatches(true, 0, "Content-", 0, 8)
        || field.is("Transfer-Encoding")
        || field.is("Expect");
  }

  private boolean isSecret(HeaderField field) {
    return field.is("Authorization")
        || field.is("Cookie")
        || field.is("Proxy-Authorization")
        || secrecy.hidesHeader(field.name());
  }
}
