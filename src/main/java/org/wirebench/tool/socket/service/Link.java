package org.wirebench.tool.socket.service;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;

/** One open socket to one peer, a stream or datagrams, as a session uses it. */
public interface Link extends Closeable {
  /** How many bytes are read at once at most. */
  int BUFFER = 256 * 1024;

  /**
   * Waits for bytes.
   *
   * @return how many came, one datagram at most; -1 when the other side ended its direction
   * @throws IOException when the connection broke
   */
  int receive(byte[] into) throws IOException, InterruptedException;

  /**
   * Sends all of the bytes, as one datagram where it is datagrams. One sender at a time, others
   * wait.
   *
   * @throws IOException when the connection broke or is closed
   */
  void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException;

  /** Ends our direction; the other side may still send. Does nothing for datagrams. */
  void shutdownOutput() throws IOException;

  /** Breaks the connection. Never blocks. */
  void reset();

  /** How the other side ended. */
  PeerEnd peerEnd();

  /** Whether the other side can end the conversation at all. */
  boolean isStream();

  /** Whether it ends with the segments FIN and RST, which a Unix-domain socket has not. */
  boolean isTcp();

  /** The steps of opening it, and of what was timed since. */
  Phases phases();

  /** What TLS agreed on. */
  Optional<TlsInfo> tls();

  /** How many datagrams the kernel threw away since they came too fast; empty where unknown. */
  default OptionalLong kernelDrops() {
    return OptionalLong.empty();
  }

  /** Our address. */
  SocketAddress local();

  /** The other side's address. */
  SocketAddress remote();

  /** Who sent what was received last; empty where it can only be {@link #remote}. */
  default Optional<SocketAddress> sender() {
    return Optional.empty();
  }

  /** Whether we closed it. */
  boolean isClosed();

  /** Ends the connection in order. */
  @Override
  void close();
}
