package org.wirebench.core.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.wire.WireTap;

/**
 * A connection that is ready for use, over TCP, TLS or a Unix-domain socket. What passes its
 * streams is recorded in clear text. One thread may read while another writes; every other method
 * may be called by any thread. When the job that opened it is cancelled it is closed as by {@link
 * #abort}.
 */
public interface Connection extends Closeable {
  /** What the peer sent that was not read yet. */
  enum Pending {
    NOTHING,
    BYTES,
    /** No more will come, or the connection is broken. */
    END
  }

  /**
   * What the peer sends. Not buffered: read into large arrays. Closing it closes the connection.
   */
  InputStream in();

  /** What the peer is sent, at once: not buffered. Closing it closes the connection. */
  OutputStream out();

  /** How long each step took so far; whoever uses the connection adds its own. */
  Phases phases();

  /** What was agreed on by TLS; empty for clear text. */
  Optional<TlsInfo> tls();

  /** Our end. */
  SocketAddress local();

  /** Their end: the proxy, where there is one. */
  SocketAddress remote();

  /** Its record in the wire log, for events of the protocol above. */
  WireTap tap();

  /** How the other side ended, as far as was read or written. */
  PeerEnd peerEnd();

  /**
   * Tells the peer that nothing more comes (FIN, under TLS after a close_notify); one can read on.
   */
  void shutdownOutput() throws IOException;

  /**
   * Looks what is there to be read, and leaves it there. Takes a millisecond at most. For who has
   * kept the connection for a while: no other thread may read or write meanwhile.
   */
  Pending pending();

  /**
   * The job that opened it is done with it, and may be cancelled without closing it: whoever uses
   * it from now on sees to that.
   */
  void release();

  /** Ends the connection with a reset (RST); a Unix-domain socket is just closed. Never blocks. */
  void reset();

  /** Ends the connection at once, without the TLS goodbye. Never blocks, never fails. */
  void abort();

  /** Ends the connection in order. Takes a second at most, whatever the peer does. */
  @Override
  void close();

  /** Whether this side has closed it. */
  boolean isClosed();

  /**
   * The same connection for libraries that want a socket; its streams are recorded too.
   *
   * @throws UnsupportedOperationException for a Unix-domain socket
   */
  Socket socket();
}
