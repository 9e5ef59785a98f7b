package org.wirebench.tool.http.request;

import java.util.List;
import org.wirebench.core.text.Messages;

/** How a request shows who asks. Secrets are never shown by {@code toString}. */
public sealed interface Authorization {
  /** Not at all. */
  record None() implements Authorization {}

  /** User and password in clear text (RFC 7617). */
  record Basic(String user, String password) implements Authorization {
    private static final Messages TEXT = Messages.of(Authorization.class);

    /**
     * @throws IllegalArgumentException when the user has a colon; the message is for people
     */
    public Basic {
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException(TEXT.get("basic.colon"));
      }
    }

    @Override
    public String toString() {
      return "Basic " + user;
    }
  }

  /** User and password, of which only digests are sent (RFC 7616). */
  record Digest(String user, String password) implements Authorization {
    @Override
    public String toString() {
      return "Digest " + user;
    }
  }

  /** A token (RFC 6750). */
  record Bearer(String token) implements Authorization {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  /** A key under a name that the server chose. */
  record ApiKey(String name, String value, Place place) implements Authorization {
    private static final Messages TEXT = Messages.of(Authorization.class);

    /** Where a key stands. */
    public enum Place {
      HEADER,
      QUERY
    }

    /**
     * @throws IllegalArgumentException when the name is no name of a header; the message is for
     *     people
     */
    public ApiKey {
      if (place == Place.HEADER && !HeaderLine.isToken(name)) {
        throw new IllegalArgumentException(TEXT.get("apiKey.name"));
      }
    }

    @Override
    public String toString() {
      return "API key " + name;
    }
  }

  /**
   * A token that is fetched first (RFC 6749).
   *
   * @param grant how the token is asked for
   * @param authorizationUrl where the user signs in, for {@link Grant#AUTHORIZATION_CODE}
   * @param tokenUrl where the token is fetched
   * @param clientSecret empty for a public client
   * @param scope what the token is for, with blanks between; empty for the server's choice
   * @param credentials where the client shows who it is (RFC 6749 section 2.3.1)
   * @param redirectPort the loopback port to come back to (RFC 8252 section 7.3); 0 for a free one
   */
  record OAuth2(
      Grant grant,
      String authorizationUrl,
      String tokenUrl,
      String clientId,
      String clientSecret,
      String scope,
      Credentials credentials,
      int redirectPort)
      implements Authorization {
    /** How the token is asked for. */
    public enum Grant {
      /** RFC 6749 section 4.4. */
      CLIENT_CREDENTIALS,
      /** RFC 6749 section 4.1, with PKCE (RFC 7636), through the system's browser. */
      AUTHORIZATION_CODE
    }

    /** Where the client shows who it is. */
    public enum Credentials {
      HEADER,
      BODY
    }

    @Override
    public String toString() {
      return "OAuth 2.0 " + clientId;
    }
  }

  /**
   * A signature over the request (AWS Signature Version 4).
   *
   * @param sessionToken empty for lasting keys
   */
  record Aws(String accessKey, String secretKey, String sessionToken, String region, String service)
      implements Authorization {
    @Override
    public String toString() {
      return "AWS " + String.join("/", List.of(accessKey, region, service));
    }
  }
}
