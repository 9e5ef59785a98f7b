package org.wirebench.tool.socket.request;

/** What carries the bytes of a socket. */
public enum Transport {
  /** A stream over TCP, RFC 9293. */
  TCP,
  /** A stream over TLS over TCP, RFC 8446 and RFC 5246. */
  TLS,
  /** Datagrams over UDP, RFC 768. */
  UDP,
  /** A stream over a Unix-domain socket. */
  UNIX;

  /** Whether messages keep their borders. */
  public boolean isDatagram() {
    return this == UDP;
  }

  /** Whether it is TCP, with TLS or without: what takes time to connect, and can pass a proxy. */
  public boolean isTcp() {
    return this == TCP || this == TLS;
  }

  /** Whether the other side is named by a host and a port, and not by a path. */
  public boolean hasPort() {
    return this != UNIX;
  }
}
