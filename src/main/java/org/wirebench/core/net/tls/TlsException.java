package org.wirebench.core.net.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;

/** TLS failed, and this is known of why. */
public final class TlsException extends SSLException {
  private static final long serialVersionUID = 1;

  /** The classes of failure. */
  public enum Problem {
    /** Nobody who is trusted vouches for the certificate. */
    UNTRUSTED,
    /** The certificate is not the one that is pinned. */
    PIN_MISMATCH,
    /** The certificate is of somebody else. */
    NAME_MISMATCH,
    EXPIRED,
    NOT_YET_VALID,
    /** No version of TLS that both sides take. */
    VERSION,
    /** The peer wants a certificate of ours and got none. */
    CERTIFICATE_REQUIRED,
    /** The peer does not take the certificate it got. */
    CERTIFICATE_REFUSED,
    /** What the peer said is not TLS. */
    NOT_TLS,
    /** The peer ended the connection in the middle of the handshake. */
    ENDED,
    /** The peer gave up, with an alert. */
    ALERT,
    OTHER
  }

  /**
   * What is known.
   *
   * @param client whether we are the client
   * @param peer the name that was asked for; empty on a server
   * @param alert the name of the alert that was received ("handshake_failure"); else empty
   * @param text what the peer said in clear text, not cleaned; else empty
   * @param chain what the peer presented; may be empty
   */
  public record Evidence(
      Problem problem,
      boolean client,
      String peer,
      String alert,
      String text,
      List<X509Certificate> chain) {
    public Evidence {
      chain = List.copyOf(chain);
    }
  }

  private final transient Evidence evidence;

  TlsException(Evidence evidence, Exception cause) {
    super(cause.getMessage(), cause);
    this.evidence = evidence;
  }

  /** What is known. */
  public Evidence evidence() {
    return evidence;
  }
}
