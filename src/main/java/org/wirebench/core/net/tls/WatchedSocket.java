package org.wirebench.core.net.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.wirebench.core.net.io.SocketWrapper;

/**
 * The socket below TLS. It remembers how the conversation began, since a peer that speaks no TLS
 * says in clear text what it is, and whether TCP has ended, since TLS itself ends earlier than that
 * when nothing was cut off.
 */
final class WatchedSocket extends SocketWrapper {
  private static final int KEPT = 160;

  private final InputStream in;
  private final byte[] first = new byte[KEPT];
  private int kept;
  private volatile boolean ended;

  WatchedSocket(Socket inner) throws IOException {
    super(inner);
    this.in = new Watch(inner.getInputStream());
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  /** Whether the peer has ended TCP, as far as was read. */
  boolean ended() {
    return ended;
  }

  /** The first bytes of the peer, each as one character. */
  synchronized String first() {
    return new String(first, 0, kept, StandardCharsets.ISO_8859_1);
  }

  private synchronized void keep(byte[] bytes, int offset, int length) {
    int more = Math.min(length, KEPT - kept);
    System.arraycopy(bytes, offset, first, kept, more);
    kept += more;
  }

  private final class Watch extends FilterInputStream {
    Watch(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count < 0) {
        ended = true;
      } else if (kept < KEPT) {
        keep(bytes, offset, count);
      }
      return count;
    }
  }
}
