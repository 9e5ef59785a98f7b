package org.wirebench.tool.http.service;

import java.io.IOException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.auth.Authorizers;
import org.wirebench.tool.http.service.auth.TokenStore;
import org.wirebench.tool.http.service.cookie.CookieJar;

/** Carries HTTP requests out. Safe for use by any thread. */
public final class HttpService implements AutoCloseable {
  /** How many connections are kept for the next request to the same server. */
  private static final int KEPT = 8;

  private static final String AGENT = "Wirebench";

  private final HttpEnvironment environment;
  private final Carrier carrier;
  private final CookieJar cookies;
  private final TokenStore tokens = new TokenStore();
  private final Session session;

  public HttpService(HttpEnvironment environment) {
    this.environment = environment;
    this.carrier =
        new Carrier(environment.network(), new ConnectionPool(environment.clock(), KEPT));
    this.cookies = new CookieJar(environment.clock());
    this.session =
        new Session(
            AGENT, cookies, new Authorizers(environment.network(), tokens, environment.browser()));
  }

  /** The cookies that all runs share. */
  public CookieJar cookies() {
    return cookies;
  }

  /** The tokens of OAuth 2.0 that all runs share. */
  public TokenStore tokens() {
    return tokens;
  }

  /** A run of {@code request} that has not begun; whoever asks for it closes it. */
  public HttpRun prepare(HttpRequest request) {
    return new HttpRun(
        request, carrier, environment.stores(), environment.defaults().get(), session);
  }

  /**
   * Carries {@code request} out, with nobody watching.
   *
   * @throws NetException when it fails
   * @throws InterruptedException when the job is cancelled
   */
  public HttpResult run(HttpRequest request, JobContext context) throws Exception {
    HttpRun run = prepare(request);
    boolean done = false;
    try {
      HttpResult result = run.perform(context);
      done = true;
      return result;
    } finally {
      if (!done) {
        run.close();
      }
    }
  }

  /**
   * Sends {@code request} again and again; whoever asks for it closes it.
   *
   * @param most how many will be on their way at once
   * @throws IOException when a file of the body is not there
   */
  public Repeater repeater(HttpRequest request, int most) throws IOException {
    return new Repeater(request, most, environment, session);
  }

  /** Closes the connections that wait for another request. */
  @Override
  public void close() {
    carrier.close();
  }
}
