package org.wirebench.core.wire;

/**
 * What an event of the wire log is. All but {@link #DATA} are {@linkplain Direction#isNews news}.
 */
public enum WireKind {
  /** Bytes, clear text above TLS. */
  DATA,
  /** Anything worth knowing: "TLS 1.3 TLS_AES_256_GCM_SHA384". */
  NOTE,
  /** The log was told of the connection; always its first event. */
  OPENED,
  /** This side said that it sends no more (TCP FIN). */
  FIN_SENT,
  /** The other side said that it sends no more (TCP FIN). */
  FIN_RECEIVED,
  /** This side broke the connection off (TCP RST). */
  RESET_SENT,
  /** The other side broke the connection off (TCP RST). */
  RESET_RECEIVED,
  /** The connection is over; always its last event. */
  CLOSED
}
