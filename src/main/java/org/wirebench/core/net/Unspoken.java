package org.wirebench.core.net;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketException;

/**
 * Addresses of a family that this machine, or a socket, does not speak. The platform throws then
 * what elsewhere means a defect of the program; here it becomes a failure that is told.
 */
final class Unspoken {
  private Unspoken() {}

  /** Opens a channel of one family: {@code DatagramChannel::open}. */
  @FunctionalInterface
  interface Opener<C> {
    C open(ProtocolFamily family) throws IOException;
  }

  /**
   * Opens a channel.
   *
   * @throws SocketException when this machine does not speak the family
   */
  static <C> C open(ProtocolFamily family, Opener<C> opener) throws IOException {
    try {
      return opener.open(family);
    } catch (UnsupportedOperationException unspoken) {
      throw failure(unspoken);
    }
  }

  /** What {@code thrown} means, as the system says it where it is asked. */
  static SocketException failure(RuntimeException thrown) {
    SocketException failure = new SocketException("Protocol family unavailable");
    failure.initCause(thrown);
    return failure;
  }
}
