package org.wirebench.core.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.OptionalInt;

/**
 * Options of a TCP socket.
 *
 * @param noDelay send small pieces at once (TCP_NODELAY)
 * @param keepAlive let the system find out whether a silent peer is still there (SO_KEEPALIVE)
 * @param sendBuffer bytes asked for, 1 and up; empty for what the system thinks best
 * @param receiveBuffer bytes asked for, 1 and up; empty for what the system thinks best
 */
public record SocketSettings(
    boolean noDelay, boolean keepAlive, OptionalInt sendBuffer, OptionalInt receiveBuffer) {
  /** Nothing delayed, nothing else changed. */
  public static final SocketSettings DEFAULT =
      new SocketSettings(true, false, OptionalInt.empty(), OptionalInt.empty());

  public SocketSettings {
    if (sendBuffer.orElse(1) < 1 || receiveBuffer.orElse(1) < 1) {
      throw new IllegalArgumentException("a buffer holds at least one byte");
    }
  }

  /** Applies these options before the socket connects. */
  void applyTo(NetworkChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, noDelay);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, keepAlive);
    if (sendBuffer.isPresent()) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer.getAsInt());
    }
    if (receiveBuffer.isPresent()) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer.getAsInt());
    }
  }
}
