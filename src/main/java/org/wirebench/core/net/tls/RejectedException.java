package org.wirebench.core.net.tls;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.TlsException.Problem;

/** We do not take the certificate of the peer. */
final class RejectedException extends CertificateException {
  private static final long serialVersionUID = 1;

  private final Problem problem;

  RejectedException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
