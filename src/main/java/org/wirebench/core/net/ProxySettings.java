package org.wirebench.core.net;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wirebench.core.text.Messages;

/** Through what a connection goes. Names of targets are then resolved by the proxy. */
public sealed interface ProxySettings {
  /** Straight to the target. */
  ProxySettings NONE = new None();

  /** No proxy. */
  record None() implements ProxySettings {}

  /**
   * An HTTP proxy that is asked to CONNECT (RFC 9110 section 9.3.6).
   *
   * @param user empty where the proxy asks for none; without colons and control characters (RFC
   *     7617 section 2)
   * @param password never shown; without control characters
   */
  record HttpConnect(Endpoint server, String user, String password) implements ProxySettings {
    private static final Messages TEXT = Messages.of(ProxySettings.class);

    /**
     * @throws IllegalArgumentException when the login cannot be said; the message is for people
     */
    public HttpConnect {
      if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(TEXT.get("proxy.basic"));
      }
    }

    /** The value of Proxy-Authorization; empty where the proxy asks for no login. */
    public Optional<String> authorization() {
      return user.isEmpty()
          ? Optional.empty()
          : Optional.of(org.wirebench.core.net.proxy.HttpConnect.basic(user, password));
    }

    @Override
    public String toString() {
      return "http://" + server;
    }
  }

  /**
   * A SOCKS 5 proxy (RFC 1928, RFC 1929).
   *
   * @param user empty where the proxy asks for none; at most 255 bytes of UTF-8
   * @param password never shown; at most 255 bytes of UTF-8
   */
  record Socks5(Endpoint server, String user, String password) implements ProxySettings {
    private static final int LONGEST = 255;
    private static final Messages TEXT = Messages.of(ProxySettings.class);

    /**
     * @throws IllegalArgumentException when the login is too long; the message is for people
     */
    public Socks5 {
      if (user.getBytes(StandardCharsets.UTF_8).length > LONGEST
          || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        throw new IllegalArgumentException(TEXT.get("proxy.long", LONGEST));
      }
    }

    @Override
    public String toString() {
      return "socks5://" + server;
    }
  }
}
