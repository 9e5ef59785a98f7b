package org.wirebench.core.net.tls;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.TlsException.Problem;

/**
 * Decides whether to believe the peer of one handshake, says precisely why not, and remembers what
 * the peer presented.
 */
final class TrustPolicy extends X509ExtendedTrustManager {
  private final @Nullable X509ExtendedTrustManager authorities;
  private final @Nullable String pin;
  private final @Nullable String host;
  private volatile List<X509Certificate> presented = List.of();

  private TrustPolicy(
      @Nullable X509ExtendedTrustManager authorities, @Nullable String pin, @Nullable String host) {
    this.authorities = authorities;
    this.pin = pin;
    this.host = host;
  }

  /** Whoever {@code authorities} vouch for and is called {@code host}. */
  static TrustPolicy by(X509ExtendedTrustManager authorities, String host) {
    return new TrustPolicy(authorities, null, host);
  }

  /** Any client that {@code authorities} vouch for. */
  static TrustPolicy clientsBy(X509ExtendedTrustManager authorities) {
    return new TrustPolicy(authorities, null, null);
  }

  /** One certificate alone. */
  static TrustPolicy pinned(String sha256) {
    return new TrustPolicy(null, sha256, null);
  }

  /** Anybody. */
  static TrustPolicy none() {
    return new TrustPolicy(null, null, null);
  }

  /** What the peer presented; empty when it did not, or an earlier session was taken up. */
  List<X509Certificate> presented() {
    return presented;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    presented = List.of(chain);
    checkPin(chain[0]);
    if (authorities != null) {
      try {
        authorities.checkServerTrusted(chain, authType, socket);
      } catch (CertificateException no) {
        throw rejected(no);
      }
      checkName(chain[0]);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    presented = List.of(chain);
    if (authorities != null) {
      try {
        authorities.checkClientTrusted(chain, authType, socket);
      } catch (CertificateException no) {
        throw rejected(no);
      }
    }
  }

  private void checkPin(X509Certificate leaf) throws RejectedException {
    if (pin != null && !pin.equals(Certificates.sha256(leaf))) {
      throw new RejectedException(Problem.PIN_MISMATCH, null);
    }
  }

  private void checkName(X509Certificate leaf) throws RejectedException {
    if (host != null && !Certificates.isFor(leaf, host)) {
      throw new RejectedException(Problem.NAME_MISMATCH, null);
    }
  }

  private static RejectedException rejected(CertificateException why) {
    Throwable one = why;
    for (int depth = 0; one != null && depth < 20; depth++) {
      switch (one) {
        case CertificateExpiredException expired -> {
          return new RejectedException(Problem.EXPIRED, why);
        }
        case CertificateNotYetValidException early -> {
          return new RejectedException(Problem.NOT_YET_VALID, why);
        }
        case CertPathValidatorException path when path.getReason() == BasicReason.EXPIRED -> {
          return new RejectedException(Problem.EXPIRED, why);
        }
        case CertPathValidatorException path when path.getReason() == BasicReason.NOT_YET_VALID -> {
          return new RejectedException(Problem.NOT_YET_VALID, why);
        }
        default -> one = one.getCause();
      }
    }
    return new RejectedException(Problem.UNTRUSTED, why);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("made for sockets, not for engines");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("made for sockets, not for engines");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("the socket is needed");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("the socket is needed");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities == null ? new X509Certificate[0] : authorities.getAcceptedIssuers();
  }
}
