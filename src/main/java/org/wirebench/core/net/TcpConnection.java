package org.wirebench.core.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.io.SocketWrapper;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.net.tls.TlsLink;
import org.wirebench.core.wire.WireTap;

/** A connection over TCP, with TLS or without. */
final class TcpConnection extends StreamConnection {
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final @Nullable TlsLink tls;
  private final JobClock clock;
  private final Socket socket;

  private TcpConnection(
      SocketChannel channel,
      InputStream in,
      OutputStream out,
      @Nullable TlsLink tls,
      WireTap tap,
      Phases phases,
      JobContext context)
      throws IOException {
    super(channel, in, out, tap, phases, context);
    this.tls = tls;
    this.clock = context.clock();
    this.socket = new Library(tls == null ? channel.socket() : tls.socket());
  }

  static TcpConnection of(
      SocketChannel channel, @Nullable TlsLink tls, WireTap tap, Phases phases, JobContext context)
      throws IOException {
    return tls == null
        ? new TcpConnection(
            channel,
            channel.socket().getInputStream(),
            channel.socket().getOutputStream(),
            null,
            tap,
            phases,
            context)
        : new TcpConnection(channel, tls.in(), tls.out(), tls, tap, phases, context);
  }

  @Override
  public Optional<TlsInfo> tls() {
    return Optional.ofNullable(tls).map(TlsLink::info);
  }

  @Override
  boolean isTcp() {
    return true;
  }

  /** What waits under TLS may be of TLS alone, such as a ticket: only the engine knows. */
  @Override
  int readNow(byte[] one) throws IOException {
    if (tls == null) {
      return super.readNow(one);
    }
    int limit = tls.socket().getSoTimeout();
    tls.socket().setSoTimeout(1);
    try {
      return tls.in().read(one, 0, 1);
    } catch (SocketTimeoutException nothing) {
      return 0;
    } finally {
      tls.socket().setSoTimeout(limit);
    }
  }

  @Override
  PeerEnd orderlyEnd() {
    if (tls == null) {
      return PeerEnd.FIN;
    }
    return tls.truncated() ? PeerEnd.TRUNCATED : PeerEnd.CLOSE_NOTIFY;
  }

  @Override
  public void shutdownOutput() throws IOException {
    if (tls != null) {
      tls.socket().shutdownOutput();
    }
    super.shutdownOutput();
  }

  @Override
  public void reset() {
    if (!isClosed()) {
      try {
        channel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException alreadyBroken) {
        tap().failure(FailureClassifier.message(alreadyBroken));
      }
    }
    super.reset();
  }

  /** A thread that is stuck in writing keeps the goodbye from being said; then there is none. */
  @Override
  void sayGoodbye() {
    if (tls == null || busyWriting()) {
      return;
    }
    JobClock.Timer limit = clock.schedule(GOODBYE, this::closeChannel);
    try {
      tls.socket().close();
    } catch (IOException peerGone) {
      tap().failure(FailureClassifier.message(peerGone));
    } finally {
      limit.cancel();
    }
  }

  @Override
  public Socket socket() {
    return socket;
  }

  /** What libraries get: their bytes are recorded, and closing it closes the connection. */
  private final class Library extends SocketWrapper {
    Library(Socket inner) throws IOException {
      super(inner);
    }

    @Override
    public InputStream getInputStream() {
      return in();
    }

    @Override
    public OutputStream getOutputStream() {
      return out();
    }

    @Override
    public void shutdownOutput() throws IOException {
      TcpConnection.this.shutdownOutput();
    }

    @Override
    public boolean isClosed() {
      return TcpConnection.this.isClosed();
    }

    @Override
    public void close() {
      TcpConnection.this.close();
    }
  }
}
