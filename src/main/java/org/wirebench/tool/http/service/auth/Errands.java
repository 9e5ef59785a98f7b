package org.wirebench.tool.http.service.auth;

import org.wirebench.core.job.JobContext;
import org.wirebench.tool.http.request.HttpRequest;

/** Carries out the requests that an authorization takes, seen by the user as part of the run. */
@FunctionalInterface
public interface Errands {
  /**
   * Carries {@code request} out, without redirects.
   *
   * @throws org.wirebench.core.net.NetException when it fails
   * @throws InterruptedException when the job is cancelled
   */
  Reply send(HttpRequest request, JobContext context) throws Exception;

  /** Is told when the authorization begins to wait for somebody, and when it waits no more. */
  default void waits(Waiting now) {}

  /** Whom an authorization waits for. */
  enum Waiting {
    NOBODY,
    /** The user, who signs in with the browser. */
    USER,
    /** Another run, which fetches the token that is needed here too. */
    OTHER_RUN
  }

  /**
   * What came.
   *
   * @param body as a text, cut where it is too long
   */
  record Reply(int status, String body) {
    /** How many bytes of a body are looked at. */
    public static final int LARGEST = 1_000_000;

    /** Tells nothing: it may hold a token. */
    @Override
    public String toString() {
      return "Reply " + status;
    }
  }
}
