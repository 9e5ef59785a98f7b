package org.wirebench.core.wire;

/** What carries the bytes of a connection. */
public enum Carrier {
  /** A stream. */
  TCP,
  /** Datagrams; each event of the log is one. */
  UDP,
  /** A stream within this machine, by a path instead of an address. */
  UNIX
}
