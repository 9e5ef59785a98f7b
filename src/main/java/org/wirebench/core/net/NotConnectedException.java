package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** None of the addresses of a host could be connected to. */
final class NotConnectedException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient List<Attempt> attempts;

  /**
   * One address.
   *
   * @param failure null when it did not answer in time
   */
  record Attempt(InetSocketAddress address, @Nullable IOException failure, Duration took) {}

  /**
   * @param attempts at least one
   */
  NotConnectedException(List<Attempt> attempts) {
    super(attempts.toString(), attempts.getLast().failure());
    this.attempts = List.copyOf(attempts);
  }

  List<Attempt> attempts() {
    return attempts;
  }
}
