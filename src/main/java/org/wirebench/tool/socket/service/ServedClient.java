package org.wirebench.tool.socket.service;

import java.net.SocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Transcript;

/** One client of a server. Every method may be called from any thread and does not block. */
public interface ServedClient {
  /** Its number, from 1: the party of the transcript of all. */
  int number();

  /** Where it comes from. */
  SocketAddress remote();

  /** When it came. */
  Instant since();

  /** What was said with it. */
  Transcript transcript();

  /** Whether it is still there. */
  boolean isConnected();

  /** Why it left; empty while it is there and where it left in order. */
  Optional<NetFailure> broken();

  /** What TLS agreed on; empty without TLS. */
  Optional<TlsInfo> tls();

  /**
   * Sends after everything that already waits.
   *
   * @return false when too much waits already, since the client does not read, or when it is gone
   */
  boolean offer(byte[] bytes);

  /** Closes its connection; forgets it, for datagrams. */
  void disconnect();

  /** Breaks its connection; forgets it, for datagrams. */
  void reset();
}
