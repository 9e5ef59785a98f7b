package org.wirebench.tool.http.request;

/** The version of HTTP to speak. */
public enum HttpVersion {
  /** What the server chooses in the TLS handshake, of HTTP/2 and HTTP/1.1; without TLS HTTP/1.1. */
  AUTO("auto"),
  /** HTTP/1.1 (RFC 9112). */
  HTTP_1_1("1.1"),
  /** HTTP/2 (RFC 9113) over TLS; without TLS as {@link #H2C}. */
  HTTP_2("2"),
  /** HTTP/2 without TLS, with prior knowledge (RFC 9113 section 3.3). */
  H2C("h2c");

  private final String typed;

  HttpVersion(String typed) {
    this.typed = typed;
  }

  /** How it is typed. */
  public String typed() {
    return typed;
  }
}
