package org.wirebench.core.net;

import org.wirebench.core.text.Messages;

/** A step of a connection that takes time. */
public enum Phase {
  RESOLVE,
  CONNECT,
  PROXY,
  TLS,
  LOGIN,
  REQUEST,
  FIRST_BYTE,
  TRANSFER;

  private static final Messages TEXT = Messages.of(Phase.class);

  /** What people call it: "TLS handshake". */
  public String title() {
    return TEXT.get(this);
  }
}
