package org.wirebench.core.net.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a TLS handshake agreed on.
 *
 * @param version "TLSv1.3"
 * @param cipher "TLS_AES_256_GCM_SHA384"
 * @param alpn the protocol chosen; empty for none
 * @param serverName the name that was asked for (SNI); empty for none
 * @param chain what the peer presented, its own certificate first; empty for a client without one
 * @param resumed whether an earlier session was taken up again, so that nothing was presented anew
 * @param trustedBy why the peer is believed
 * @param warning what the user must know before believing anything; empty where all is well
 */
public record TlsInfo(
    String version,
    String cipher,
    String alpn,
    String serverName,
    List<X509Certificate> chain,
    boolean resumed,
    TrustedBy trustedBy,
    String warning) {
  /** Why a peer is believed. */
  public enum TrustedBy {
    SYSTEM,
    AUTHORITY,
    PIN,
    /** It was not checked. */
    NOTHING
  }

  public TlsInfo {
    chain = List.copyOf(chain);
  }
}
