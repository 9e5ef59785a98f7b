package org.wirebench.core.net.tls;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  private final OutputStream out;
  private final byte[] first = new byte[KEPT];
  private int kept;
  private volatile boolean ended;
  private volatile boolean handshaking = true;

  WatchedSocket(Socket inner) throws IOException {
    super(inner);
    this.in = new Watch(inner.getInputStream());
    this.out = new Patient(inner.getOutputStream());
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  /** From now on a write that fails says so. */
  void handshakeDone() {
    handshaking = false;
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
        if (Diagnosis.speaksSomethingElse(first())) {
          keepWhatElseIsThere();
        }
      }
      return count;
    }

    /** The engine gives up after the first five bytes, and people want to see the rest. */
    private void keepWhatElseIsThere() throws IOException {
      byte[] more = new byte[Math.min(KEPT - kept, in.available())];
      keep(more, 0, Math.max(0, in.read(more, 0, more.length)));
    }
  }

  /**
   * A peer that ends the handshake sends an alert that says why, and hangs up. An engine that is
   * still sending then fails, and never reads the alert. So a write that fails in the handshake is
   * passed over: the read that must follow brings the alert, or fails as well.
   */
  private final class Patient extends FilterOutputStream {
    Patient(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException broken) {
        if (!handshaking) {
          throw broken;
        }
      }
    }
  }
}
