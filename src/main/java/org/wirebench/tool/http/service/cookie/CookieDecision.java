package org.wirebench.tool.http.service.cookie;

import java.util.Optional;

/**
 * What was done with a Set-Cookie field.
 *
 * @param sent the value of the field as it was sent
 * @param cookie what it says, as far as it could be read
 * @param verdict what was done
 * @param reason why it was refused, or what is odd about it, in one sentence for people; empty
 *     where there is nothing to say
 */
public record CookieDecision(String sent, Optional<Cookie> cookie, Verdict verdict, String reason) {
  /** What can be done with one. */
  public enum Verdict {
    KEPT,
    /** It says that the cookie is over, so it is not kept any more. */
    REMOVED,
    REFUSED
  }

  /** Whether the cookie is in the jar now. */
  public boolean isKept() {
    return verdict == Verdict.KEPT;
  }
}
