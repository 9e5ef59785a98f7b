package org.wirebench.tool.http.service.auth;

import java.util.List;
import org.wirebench.core.job.JobContext;

/** Shows the servers of one run who asks. For one thread at a time. */
public interface Authorizer {
  /**
   * What shows who asks {@code asked}. It may need requests of its own, or the user.
   *
   * @param errands carries out the requests that it takes
   * @throws AuthException when it cannot be shown
   * @throws InterruptedException when the job is cancelled
   */
  Shown show(Asked asked, Errands errands, JobContext context) throws Exception;

  /**
   * An answer came to what was shown.
   *
   * @param challenges the values of its WWW-Authenticate fields
   * @return whether to ask again, since now more can be shown
   */
  default boolean asksAgain(int status, List<String> challenges) {
    return false;
  }
}
