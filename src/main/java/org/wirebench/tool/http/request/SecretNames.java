package org.wirebench.tool.http.request;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of what is secret in every request: it is shown as stars in the wire log and in
 * reports, and not saved.
 */
public final class SecretNames {
  /** Names of headers whose whole value is secret, in lower case. */
  public static final Set<String> HEADERS =
      Set.of(
          "api-key",
          "apikey",
          "ocp-apim-subscription-key",
          "private-token",
          "x-access-token",
          "x-amz-security-token",
          "x-api-key",
          "x-auth-key",
          "x-auth-token",
          "x-csrf-token",
          "x-functions-key",
          "x-goog-api-key",
          "x-vault-token",
          "x-xsrf-token");

  /** Names of parameters of addresses and forms whose value is secret, in lower case. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "access_token",
          "api-key",
          "api_key",
          "apikey",
          "auth_token",
          "client_assertion",
          "client_secret",
          "code_verifier",
          "id_token",
          "jwt",
          "pass",
          "passwd",
          "password",
          "pwd",
          "refresh_token",
          "secret",
          "sig",
          "signature",
          "token",
          "x-amz-security-token",
          "x-amz-signature");

  /**
   * The value of a header that says who asks: a kind that may be seen (RFC 9110 section 11.4), and
   * in group 1 what is secret.
   */
  public static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?i)\\s*(?:basic|bearer|digest|negotiate|ntlm|token|aws4-hmac-sha256)\\s+(.*)",
          Pattern.DOTALL);

  private SecretNames() {}

  /** Whether the value of a parameter of this name is secret; letters of either case are alike. */
  static boolean isParameter(String name) {
    return PARAMETERS.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
