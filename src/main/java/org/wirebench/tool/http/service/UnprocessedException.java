package org.wirebench.tool.http.service;

import java.io.IOException;
import org.wirebench.core.net.NetException;

/**
 * The server says that it has done nothing with a request, so that any may be sent again (RFC 9113
 * section 8.7).
 */
final class UnprocessedException extends IOException {
  private static final long serialVersionUID = 1;

  UnprocessedException(NetException why) {
    super(why);
  }
}
