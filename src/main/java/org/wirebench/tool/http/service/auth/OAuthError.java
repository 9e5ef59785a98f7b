package org.wirebench.tool.http.service.auth;

import java.util.Locale;

/** The errors of OAuth 2.0 (RFC 6749 sections 4.1.2.1 and 5.2). */
enum OAuthError {
  INVALID_REQUEST,
  INVALID_CLIENT,
  INVALID_GRANT,
  UNAUTHORIZED_CLIENT,
  UNSUPPORTED_GRANT_TYPE,
  INVALID_SCOPE,
  ACCESS_DENIED,
  UNSUPPORTED_RESPONSE_TYPE,
  SERVER_ERROR,
  TEMPORARILY_UNAVAILABLE,
  /** One that no RFC knows. */
  OTHER;

  static OAuthError of(String code) {
    for (OAuthError one : values()) {
      if (one != OTHER && one.name().toLowerCase(Locale.ROOT).equals(code)) {
        return one;
      }
    }
    return OTHER;
  }
}
