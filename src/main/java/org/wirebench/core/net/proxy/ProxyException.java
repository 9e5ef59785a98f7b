package org.wirebench.core.net.proxy;

import java.io.IOException;

/** A proxy did not let a connection through. */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1;

  /** The classes of failure. */
  public enum Problem {
    /** It wants a user name and a password, and got none. */
    AUTHENTICATION_REQUIRED,
    /** It does not take the user name and the password. */
    AUTHENTICATION_FAILED,
    /** It wants a way to log in that we do not know. */
    AUTHENTICATION_UNSUPPORTED,
    /** Its rules forbid the target. */
    FORBIDDEN,
    /** It found no way to the target. */
    UNREACHABLE,
    /** The target refused the connection. */
    REFUSED,
    /** The target did not answer it in time. */
    TIMED_OUT,
    /** It does not do what it was asked for. */
    UNSUPPORTED,
    /** It failed, or said no for another reason. */
    REJECTED,
    /** It ended the connection before it answered. */
    ENDED,
    /** It does not speak the protocol. */
    NOT_A_PROXY
  }

  private final Problem problem;
  private final String answer;

  ProxyException(Problem problem, String answer) {
    super(problem + ": " + answer);
    this.problem = problem;
    this.answer = answer;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  /** What the proxy said, not cleaned; may be empty. */
  public String answer() {
    return answer;
  }
}
