package org.wirebench.core.net;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.Failure;

/**
 * What went wrong, classified. All texts are clean: nothing in them can steer a terminal.
 *
 * @param phase the step it happened in, where that is known
 * @param certificates the chain that the peer presented, its own first, where a TLS handshake
 *     failed after that; else empty
 * @param steps what a connection that was not made took time for, the last being the step that
 *     failed; empty where nothing was tried, or where that is not known
 */
public record NetFailure(
    Kind kind,
    String title,
    String cause,
    String remedy,
    String detail,
    Optional<Phase> phase,
    List<X509Certificate> certificates,
    List<Phases.Timed> steps)
    implements Failure {
  /** The classes of failure. */
  public enum Kind {
    HOST_UNKNOWN,
    REFUSED,
    UNREACHABLE,
    TIMED_OUT,
    RESET,
    /** The other side ended the connection in order, but too early. */
    CLOSED,
    TLS_UNTRUSTED,
    TLS_NAME_MISMATCH,
    /** Expired, or not yet valid. */
    TLS_EXPIRED,
    TLS_OTHER,
    /** A password or a certificate is wrong or missing. */
    AUTHENTICATION,
    /** The other side does not speak what was expected. */
    PROTOCOL,
    /** Too long, too many, too large. */
    LIMIT,
    PERMISSION,
    ADDRESS_IN_USE,
    /** What was typed cannot be used: an impossible address, a file that holds no key. */
    INVALID,
    IO,
    /** Stopped, by the user or because something else failed. */
    CANCELLED,
    /** A defect of this program. */
    INTERNAL
  }

  public NetFailure {
    certificates = List.copyOf(certificates);
    steps = List.copyOf(steps);
  }

  /** A failure of which the steps before it are not known. */
  public NetFailure(
      Kind kind,
      String title,
      String cause,
      String remedy,
      String detail,
      Optional<Phase> phase,
      List<X509Certificate> certificates) {
    this(kind, title, cause, remedy, detail, phase, certificates, List.of());
  }

  /** A failure without a phase or certificates. */
  public NetFailure(Kind kind, String title, String cause, String remedy, String detail) {
    this(kind, title, cause, remedy, detail, Optional.empty(), List.of());
  }

  /** Puts {@code thrown} into words. */
  public static NetFailure of(Throwable thrown) {
    return new FailureClassifier().classify(thrown);
  }

  /** The same failure, known to have happened in {@code step}. */
  public NetFailure in(Phase step) {
    return new NetFailure(
        kind, title, cause, remedy, detail, Optional.of(step), certificates, steps);
  }

  /** The same failure, known to have ended these steps. */
  public NetFailure after(List<Phases.Timed> tried) {
    return new NetFailure(kind, title, cause, remedy, detail, phase, certificates, tried);
  }
}
