package org.wirebench.tool.http.request;

import org.wirebench.core.bytes.Escapes;

/** What was typed, or what a server sent, is no address of the web; the message is for people. */
public final class UrlException extends Exception {
  private static final long serialVersionUID = 1L;

  UrlException(String message) {
    super(Escapes.display(message));
  }
}
