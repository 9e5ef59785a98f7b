package org.wirebench.core.net.tls;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.wirebench.core.net.tls.Diagnosis.Scene;

/** TLS over a connected socket, after its handshake. What goes wrong is diagnosed. */
public final class TlsLink {
  private final SSLSocket socket;
  private final WatchedSocket below;
  private final TlsInfo info;
  private final Supplier<Scene> scene;
  private final InputStream in;
  private final OutputStream out;

  TlsLink(SSLSocket socket, WatchedSocket below, TlsInfo info, Supplier<Scene> scene)
      throws IOException {
    this.socket = socket;
    this.below = below;
    this.info = info;
    this.scene = scene;
    this.in = new Diagnosed(socket.getInputStream());
    this.out = new DiagnosedOut(socket.getOutputStream());
  }

  /** What was agreed on. */
  public TlsInfo info() {
    return info;
  }

  /** The TLS socket. Reading and writing is better done with the streams of this link. */
  public SSLSocket socket() {
    return socket;
  }

  public InputStream in() {
    return in;
  }

  public OutputStream out() {
    return out;
  }

  /**
   * Once the input has ended: whether TCP ended without the goodbye of TLS, so that something may
   * be missing.
   */
  public boolean truncated() {
    return below.ended();
  }

  private IOException diagnose(IOException thrown) {
    return Diagnosis.of(thrown, scene.get());
  }

  private final class Diagnosed extends FilterInputStream {
    Diagnosed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (SSLException thrown) {
        throw diagnose(thrown);
      }
    }
  }

  private final class DiagnosedOut extends FilterOutputStream {
    DiagnosedOut(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (SSLException thrown) {
        throw diagnose(thrown);
      }
    }
  }
}
