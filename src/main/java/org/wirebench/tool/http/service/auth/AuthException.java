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

  private AuthException(
      Kind kind, String title, String cause, String remedy, @Nullable Throwable why) {
    super(new NetFailure(kind, title, cause, remedy, ""), why);
  }

  private static String shown(String text) {
    return Escapes.display(text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
  }

  /** What was typed cannot be sent. */
  static AuthException invalid(String why) {
    return new AuthException(
        Kind.INVALID,
        TEXT.get("invalid.title"),
        TEXT.get("invalid.cause", shown(why)),
        TEXT.get("invalid.remedy"),
        null);
  }

  /**
   * The server of the tokens refused (RFC 6749 section 5.2).
   *
   * @param description what the server says of it; may be empty
   */
  static AuthException refused(String error, String description) {
    return refused(TEXT.get("refused.title"), error, description, TEXT.get("refused.remedy"));
  }

  /**
   * The user said no, or the server where the user signs in (RFC 6749 section 4.1.2.1).
   *
   * @param description what the server says of it; may be empty
   */
  static AuthException signInRefused(String error, String description) {
    boolean denied = OAuthError.of(error) == OAuthError.ACCESS_DENIED;
    return refused(
        TEXT.get("signIn.refused"),
        error,
        description,
        denied ? TEXT.get("signIn.denied.remedy") : TEXT.get("refused.remedy"));
  }

  private static AuthException refused(
      String title, String error, String description, String remedy) {
    String said = description.isEmpty() ? shown(error) : shown(error + ": " + description);
    String cause = TEXT.get("refused.cause", TEXT.get(OAuthError.of(error)), said);
    return new AuthException(Kind.AUTHENTICATION, title, cause, remedy, null);
  }

  /** What came is no token. */
  static AuthException noToken(int status) {
    return new AuthException(
        Kind.AUTHENTICATION,
        TEXT.get("noToken.title"),
        TEXT.get("noToken.cause", status),
        TEXT.get("noToken.remedy"),
        null);
  }

  static AuthException tokenType(String type) {
    return new AuthException(
        Kind.AUTHENTICATION,
        TEXT.get("tokenType.title"),
        TEXT.get("tokenType.cause", shown(type)),
        TEXT.get("tokenType.remedy"),
        null);
  }

  /** Only answers to other questions came. */
  static AuthException wrongState(Duration patience) {
    return new AuthException(
        Kind.AUTHENTICATION,
        TEXT.get("state.title"),
        TEXT.get("state.cause", Amounts.duration(patience)),
        TEXT.get("state.remedy"),
        null);
  }

  /** The browser came back with neither a code nor an error. */
  static AuthException noCode() {
    return new AuthException(
        Kind.AUTHENTICATION,
        TEXT.get("noCode.title"),
        TEXT.get("noCode.cause"),
        TEXT.get("noCode.remedy"),
        null);
  }

  static AuthException nobodyCame(Duration patience) {
    return new AuthException(
        Kind.TIMED_OUT,
        TEXT.get("nobody.title"),
        TEXT.get("nobody.cause", Amounts.duration(patience)),
        TEXT.get("nobody.remedy"),
        null);
  }

  static AuthException noBrowser(IOException why) {
    return new AuthException(
        Kind.AUTHENTICATION,
        TEXT.get("noBrowser.title"),
        TEXT.get("noBrowser.cause", shown(String.valueOf(why.getMessage()))),
        TEXT.get("noBrowser.remedy"),
        why);
  }
}
