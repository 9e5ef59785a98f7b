package org.wirebench.core.wire;

/** Which way something in the wire log went. */
public enum Direction {
  /** Bytes that this program sent. */
  OUT,
  /** Bytes that this program received. */
  IN,
  /** No bytes on the wire: news of the connection, as text in UTF-8. */
  EVENT
}
