package org.wirebench.core.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireKind;
import org.wirebench.core.wire.WireTap;

/** What connections over any socket have in common: recording, and how they end. */
abstract sealed class StreamConnection implements Connection permits TcpConnection, UnixConnection {
  static final Messages TEXT = Messages.of(StreamConnection.class);

  /** How long a thread that was told of a reset may take to say so. */
  private static final Duration LONGEST_NEWS = Duration.ofMillis(50);

  private final SocketChannel channel;
  private final SocketAddress local;
  private final SocketAddress remote;
  private final WireTap tap;
  private final Phases phases;
  private final OnCancel onCancel = new OnCancel();
  private final TappedInput.Ending ending = new Ending();
  private final TappedInput in;
  private final TappedOutput out;
  private final AtomicBoolean closed = new AtomicBoolean();
  private PeerEnd peerEnd = PeerEnd.NONE;

  /**
   * @throws CancellationException when the job is cancelled already; the channel is closed then
   */
  StreamConnection(
      SocketChannel channel,
      InputStream in,
      OutputStream out,
      WireTap tap,
      Phases phases,
      JobContext context)
      throws IOException {
    this.channel = channel;
    this.local = channel.getLocalAddress();
    this.remote = channel.getRemoteAddress();
    this.tap = tap;
    this.phases = phases;
    this.in = new TappedInput(in, tap, ending);
    this.out = new TappedOutput(out, tap, ending);
    onCancel.close(this::abort, context);
  }

  private final class Ending implements TappedInput.Ending {
    @Override
    public void inputEnded() throws SocketException {
      // The system tells of a reset once: where a thread that writes has heard of it, who reads
      // only sees the end.
      out.awaitWritten(LONGEST_NEWS);
      if (peerEnd() == PeerEnd.RESET) {
        throw new SocketException("Connection reset");
      }
      peerEnded(orderlyEnd());
    }

    @Override
    public void failed(IOException why) {
      if (closed.get()) {
        return;
      }
      switch (NetFailure.of(why).kind()) {
        case RESET -> peerEnded(PeerEnd.RESET);
        case TIMED_OUT -> {
          // A read may also be given a time limit, which says nothing of the peer.
          if (!(why instanceof SocketTimeoutException)) {
            peerEnded(PeerEnd.TIMED_OUT);
          }
        }
        default -> tap.failure(FailureClassifier.message(why));
      }
    }

    @Override
    public void close() {
      StreamConnection.this.close();
    }
  }

  /** What it means that the input has ended in order. */
  abstract PeerEnd orderlyEnd();

  /** Whether it ends with the segments FIN and RST. */
  abstract boolean isTcp();

  /** The goodbye of the protocol that carries the bytes; blocks for a second at most. */
  abstract void sayGoodbye();

  private void peerEnded(PeerEnd how) {
    synchronized (this) {
      if (peerEnd != PeerEnd.NONE) {
        return;
      }
      peerEnd = how;
    }
    WireKind kind =
        switch (how) {
          case RESET -> WireKind.RESET_RECEIVED;
          case FIN, CLOSE_NOTIFY, TRUNCATED -> WireKind.FIN_RECEIVED;
          case NONE, TIMED_OUT -> WireKind.NOTE;
        };
    if (how.isFailure()) {
      tap.failure(kind, words(how));
    } else {
      tap.event(kind, words(how));
    }
  }

  private String words(PeerEnd how) {
    return switch (how) {
      case FIN -> isTcp() ? TEXT.get(how) : TEXT.get("unix.FIN");
      case RESET -> isTcp() ? TEXT.get(how) : TEXT.get("unix.RESET");
      case NONE, CLOSE_NOTIFY, TRUNCATED, TIMED_OUT -> TEXT.get(how);
    };
  }

  final SocketChannel channel() {
    return channel;
  }

  @Override
  public final InputStream in() {
    return in;
  }

  @Override
  public final OutputStream out() {
    return out;
  }

  final boolean busyWriting() {
    return out.busy();
  }

  @Override
  public final Phases phases() {
    return phases;
  }

  @Override
  public Optional<TlsInfo> tls() {
    return Optional.empty();
  }

  @Override
  public final SocketAddress local() {
    return local;
  }

  @Override
  public final SocketAddress remote() {
    return remote;
  }

  @Override
  public final WireTap tap() {
    return tap;
  }

  @Override
  public final synchronized PeerEnd peerEnd() {
    return peerEnd;
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
    tap.event(WireKind.FIN_SENT, isTcp() ? TEXT.get("end.shutdown") : TEXT.get("unix.shutdown"));
  }

  @Override
  public final Pending pending() {
    if (closed.get()) {
      return Pending.END;
    }
    try {
      return in.pending(this::readNow);
    } catch (IOException broken) {
      ending.failed(broken);
      return Pending.END;
    }
  }

  /**
   * Reads one byte if there is one, without being recorded.
   *
   * @return 1, or 0 where there is none yet, or -1 at the end
   */
  int readNow(byte[] one) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.wrap(one));
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public final void release() {
    onCancel.forget();
  }

  @Override
  public void reset() {
    if (closed.compareAndSet(false, true)) {
      tap.failure(WireKind.RESET_SENT, isTcp() ? TEXT.get("end.reset") : TEXT.get("unix.reset"));
      closeChannel();
    }
  }

  @Override
  public final void abort() {
    if (closed.compareAndSet(false, true)) {
      tap.event(WireKind.FIN_SENT, TEXT.get("end.aborted"));
    }
    // Also when a close is on its way: it may be stuck in its goodbye.
    closeChannel();
  }

  @Override
  public final void close() {
    if (closed.compareAndSet(false, true)) {
      sayGoodbye();
      tap.event(WireKind.FIN_SENT, TEXT.get("end.closed"));
      closeChannel();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed.get();
  }

  final void closeChannel() {
    onCancel.forget();
    try {
      channel.close();
    } catch (IOException odd) {
      tap.failure(FailureClassifier.message(odd).toLowerCase(Locale.ROOT));
    }
    tap.close();
  }
}
