package org.wirebench.tool.http.service;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.auth.Asked;
import org.wirebench.tool.http.service.auth.Authorizer;
import org.wirebench.tool.http.service.auth.Errands;
import org.wirebench.tool.http.service.auth.Shown;
import org.wirebench.tool.http.service.cookie.CookieDecision;
import org.wirebench.tool.http.service.cookie.CookieJar;

/**
 * Adds to what goes out in one run what tells servers who asks: the cookies, and the authorization,
 * which is for the server alone that was asked first.
 */
final class Introduction {
  private final HttpRequest request;
  private final CookieJar jar;
  private final Authorizer authorizer;
  private final boolean sendsCookies;

  Introduction(HttpRequest request, Session session) {
    this.request = request;
    this.jar = session.cookies();
    this.authorizer = session.authorizers().of(request);
    this.sendsCookies =
        request.options().cookies()
            && request.headers().stream().noneMatch(line -> line.off() && line.is("Cookie"));
  }

  /**
   * {@code plain} with all that is added.
   *
   * @param errands carries out what the authorization needs
   * @throws NetException when it cannot be shown who asks
   * @throws InterruptedException when the job is cancelled
   */
  Outgoing of(Outgoing plain, Errands errands, JobContext context) throws Exception {
    HttpUrl url = plain.url();
    List<HeaderField> added = new ArrayList<>();
    if (isAuthorized(plain)) {
      Shown shown = authorizer.show(asked(plain), errands, context);
      shown.headers().forEach(line -> added.add(new HeaderField(line.name(), line.value())));
      url = shown.url();
    }
    if (sendsCookies && !plain.has("Cookie")) {
      jar.header(plain.url()).ifPresent(value -> added.add(new HeaderField("Cookie", value)));
    }
    if (added.isEmpty() && url.equals(plain.url())) {
      return plain;
    }
    List<HeaderField> headers = new ArrayList<>(plain.headers());
    headers.addAll(added);
    return new Outgoing(
        plain.method(),
        url,
        headers,
        plain.body(),
        plain.sendsLength(),
        plain.expectContinue(),
        plain.secrecy());
  }

  private boolean isAuthorized(Outgoing plain) {
    return !(request.authorization() instanceof Authorization.None)
        && plain.url().isSameOrigin(request.url());
  }

  private static Asked asked(Outgoing plain) throws NetException {
    List<HeaderLine> headers = new ArrayList<>();
    for (HeaderField field : plain.headers()) {
      headers.add(Shown.line(field.name(), field.value()));
    }
    return new Asked(plain.method(), plain.url(), headers, plain.body()::writeTo);
  }

  /** Whether {@code plain} is to be sent again, since now more can be shown. */
  boolean asksAgain(Outgoing plain, Exchange exchange) {
    ResponseHead head = exchange.head().orElseThrow();
    return isAuthorized(plain) && authorizer.asksAgain(head.status(), head.all("WWW-Authenticate"));
  }

  /** Keeps the cookies of an answer, where cookies are wanted. */
  List<CookieDecision> received(HttpUrl url, ResponseHead head) {
    return request.options().cookies() ? jar.received(url, head.all("Set-Cookie")) : List.of();
  }
}
