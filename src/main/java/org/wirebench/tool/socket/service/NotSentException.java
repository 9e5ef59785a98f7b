package org.wirebench.tool.socket.service;

import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;

/** Clients were not sent all that a step sends them; says whom and why. */
final class NotSentException extends NetException {
  private static final long serialVersionUID = 1;

  NotSentException(NetFailure failure, @Nullable Throwable cause) {
    super(failure, cause);
  }
}
