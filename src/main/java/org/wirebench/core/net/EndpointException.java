package org.wirebench.core.net;

/** A text that names no endpoint. The message says in one plain sentence what is wrong with it. */
public final class EndpointException extends Exception {
  private static final long serialVersionUID = 1;

  EndpointException(String message) {
    super(message);
  }
}
