package org.wirebench.tool.http.service.auth;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** Why it could not be shown who asks. Its texts hold no secrets. */
final class AuthException extends NetException {
  private static final long serialVersionUID = 1;
  private static final Messages TEXT = Messages.of(AuthException.class);
  private static final int SHOWN = 500;

  private AuthException(Kind kind, String key, @Nullable Throwable why, Object... values) {
    super(
        new NetFailure(
            kind,
            TEXT.get(key + ".title"),
            TEXT.get(key + ".cause", values),
            TEXT.get(key + ".remedy"),
            ""),
        why);
  }

  private static String shown(String text) {
    return Escapes.display(text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
  }

  /** What was typed cannot be sent. */
  static AuthException invalid(String why) {
    return new AuthException(Kind.INVALID, "invalid", null, shown(why));
  }

  /**
   * The server of the tokens refused (RFC 6749 sections 4.1.2.1 and 5.2).
   *
   * @param description what the server says of it; may be empty
   */
  static AuthException refused(String error, String description) {
    OAuthError known = OAuthError.of(error);
    String said = description.isEmpty() ? shown(error) : shown(error + ": " + description);
    return new AuthException(Kind.AUTHENTICATION, "refused", null, TEXT.get(known), said);
  }

  /** What came is no token. */
  static AuthException noToken(int status) {
    return new AuthException(Kind.AUTHENTICATION, "noToken", null, status);
  }

  static AuthException tokenType(String type) {
    return new AuthException(Kind.AUTHENTICATION, "tokenType", null, shown(type));
  }

  /** The browser came back with the answer to another question. */
  static AuthException wrongState() {
    return new AuthException(Kind.AUTHENTICATION, "state", null);
  }

  /** The browser came back with neither a code nor an error. */
  static AuthException noCode() {
    return new AuthException(Kind.AUTHENTICATION, "noCode", null);
  }

  static AuthException nobodyCame(Duration patience) {
    return new AuthException(Kind.TIMED_OUT, "nobody", null, Amounts.duration(patience));
  }

  static AuthException noBrowser(IOException why) {
    return new AuthException(
        Kind.AUTHENTICATION, "noBrowser", why, shown(String.valueOf(why.getMessage())));
  }
}
