package org.wirebench.core.net;

import java.nio.charset.StandardCharsets;

/** Through what a connection goes. Names of targets are then resolved by the proxy. */
public sealed interface ProxySettings {
  /** Straight to the target. */
  ProxySettings NONE = new None();

  /** No proxy. */
  record None() implements ProxySettings {}

  /**
   * An HTTP proxy that is asked to CONNECT (RFC 9110 section 9.3.6).
   *
   * @param user empty where the proxy asks for none
   * @param password never shown
   */
  record HttpConnect(Endpoint server, String user, String password) implements ProxySettings {
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

    public Socks5 {
      if (user.getBytes(StandardCharsets.UTF_8).length > LONGEST
          || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        throw new IllegalArgumentException("user and password have at most 255 bytes");
      }
    }

    @Override
    public String toString() {
      return "socks5://" + server;
    }
  }
}
