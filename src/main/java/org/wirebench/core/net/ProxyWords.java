package org.wirebench.core.net;

import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.proxy.ProxyException;
import org.wirebench.core.text.Messages;

/** What a proxy says. */
final class ProxyWords {
  private static final Messages TEXT = Messages.of(ProxyWords.class);

  private ProxyWords() {}

  static NetFailure of(ProxyException thrown) {
    String answer = Escapes.display(thrown.answer());
    return FailureClassifier.failure(
            kind(thrown.problem()), title(thrown.problem()), cause(thrown, answer), "", thrown)
        .in(Phase.PROXY);
  }

  private static Kind kind(ProxyException.Problem problem) {
    return switch (problem) {
      case AUTHENTICATION_REQUIRED, AUTHENTICATION_FAILED, AUTHENTICATION_UNSUPPORTED ->
          Kind.AUTHENTICATION;
      case FORBIDDEN -> Kind.PERMISSION;
      case UNREACHABLE -> Kind.UNREACHABLE;
      case REFUSED -> Kind.REFUSED;
      case TIMED_OUT -> Kind.TIMED_OUT;
      case ENDED -> Kind.CLOSED;
      case UNSUPPORTED, REJECTED, NOT_A_PROXY -> Kind.PROTOCOL;
    };
  }

  private static String title(ProxyException.Problem problem) {
    return switch (problem) {
      case AUTHENTICATION_REQUIRED, AUTHENTICATION_FAILED, AUTHENTICATION_UNSUPPORTED ->
          TEXT.get("proxy.titleLogin");
      case NOT_A_PROXY -> TEXT.get("proxy.titleNone");
      default -> TEXT.get("proxy.title");
    };
  }

  private static String cause(ProxyException thrown, String answer) {
    String said = answer.isEmpty() ? "" : TEXT.get("proxy.said", answer);
    return switch (thrown.problem()) {
          case AUTHENTICATION_REQUIRED -> TEXT.get("proxy.required");
          case AUTHENTICATION_FAILED -> TEXT.get("proxy.failed");
          case AUTHENTICATION_UNSUPPORTED -> TEXT.get("proxy.scheme");
          case FORBIDDEN -> TEXT.get("proxy.forbidden");
          case UNREACHABLE -> TEXT.get("proxy.unreachable");
          case REFUSED -> TEXT.get("proxy.refused");
          case TIMED_OUT -> TEXT.get("proxy.timedOut");
          case UNSUPPORTED -> TEXT.get("proxy.unsupported");
          case REJECTED -> TEXT.get("proxy.rejected");
          case ENDED -> TEXT.get("proxy.ended");
          case NOT_A_PROXY -> TEXT.get("proxy.none");
        }
        + said;
  }
}
