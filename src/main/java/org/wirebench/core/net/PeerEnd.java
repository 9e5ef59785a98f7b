package org.wirebench.core.net;

/** How the other side ended its direction of a connection. */
public enum PeerEnd {
  /** It has not, as far as was read. */
  NONE,
  /** In order. */
  FIN,
  /** In order, with a TLS close_notify (RFC 8446 section 6.1). */
  CLOSE_NOTIFY,
  /** TCP ended without a TLS close_notify: what was received may have been cut off. */
  TRUNCATED,
  /** With a reset. */
  RESET,
  /** It no longer answers; the system gave up. */
  TIMED_OUT;

  /** Whether something may be missing of what the other side had to say. */
  public boolean isFailure() {
    return switch (this) {
      case NONE, FIN, CLOSE_NOTIFY -> false;
      case TRUNCATED, RESET, TIMED_OUT -> true;
    };
  }
}
