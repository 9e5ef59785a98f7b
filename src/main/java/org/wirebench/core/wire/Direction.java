package org.wirebench.core.wire;

/** Which way something in the wire log went. */
public enum Direction {
  /** Bytes that this program sent. */
  OUT,
  /** Bytes that this program received. */
  IN,
  /** No bytes on the wire: news of the connection, as text in UTF-8. */
  EVENT,
  /** No bytes on the wire: something failed, as text in UTF-8. */
  FAILURE;

  /** Whether it is text of our own about the connection, in UTF-8, and no bytes of it. */
  public boolean isNews() {
    return this == EVENT || this == FAILURE;
  }
}
