package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.TlsLink;
import org.wirebench.core.net.tls.TlsServer;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/** A TCP client that was accepted. */
final class TcpIncoming implements Incoming {
  private static final Messages TEXT = Messages.of(TcpIncoming.class);

  private final SocketChannel channel;
  private final ListenSpec spec;
  private final @Nullable TlsServer tls;
  private final WireLog log;
  private final InetSocketAddress remote;
  private final Consumer<String> trouble;
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * @param trouble is told what went wrong where nobody waits for it
   */
  TcpIncoming(
      SocketChannel channel,
      ListenSpec spec,
      @Nullable TlsServer tls,
      WireLog log,
      Consumer<String> trouble)
      throws IOException {
    this.trouble = trouble;
    this.channel = channel;
    this.spec = spec;
    this.tls = tls;
    this.log = log;
    this.remote = (InetSocketAddress) channel.getRemoteAddress();
  }

  @Override
  public InetSocketAddress remote() {
    return remote;
  }

  @Override
  public Connection open(JobContext context) throws NetException, InterruptedException {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("opened or closed already");
    }
    Phases phases = new Phases(context.clock());
    WireTap tap = null;
    boolean done = false;
    try (TimeLimit limit = new TimeLimit(context.clock(), spec.handshakeTimeout())) {
      spec.socket().applyTo(channel);
      tap = openTap();
      Connection connection = open(context, phases, limit, tap);
      done = true;
      return connection;
    } catch (CancellationException cancelled) {
      throw Connector.stopped(cancelled);
    } catch (IOException failed) {
      throw new NetException(NetFailure.of(failed), failed);
    } finally {
      if (!done) {
        closeChannel();
        if (tap != null) {
          tap.close();
        }
      }
    }
  }

  private WireTap openTap() throws IOException {
    return log.open(
        spec.tool(),
        SocketAddresses.text(remote),
        Carrier.TCP,
        (InetSocketAddress) channel.getLocalAddress(),
        remote,
        false);
  }

  private Connection open(JobContext context, Phases phases, TimeLimit limit, WireTap tap)
      throws IOException, InterruptedException {
    try (JobContext.Registration _ = context.closeOnCancel(channel)) {
      limit.onExpiry(this::closeChannel);
      TlsLink link = tls == null ? null : shakeHands(tls, phases, tap);
      if (!limit.stop()) {
        throw late(null);
      }
      return TcpConnection.of(channel, link, tap, phases, context);
    } catch (IOException failed) {
      if (context.isCancelled() || Thread.currentThread().isInterrupted()) {
        throw Connector.stopped(failed);
      }
      NetException told =
          limit.expired() ? late(failed) : new NetException(NetFailure.of(failed), failed);
      tap.failure(told.failure().title() + ": " + told.failure().cause());
      throw told;
    }
  }

  private TlsLink shakeHands(TlsServer server, Phases phases, WireTap tap) throws IOException {
    phases.begin(Phase.TLS);
    TlsLink link = server.handshake(channel.socket());
    phases.end(Phase.TLS);
    tap.event(Connector.describe(link.info()));
    return link;
  }

  private NetException late(@Nullable IOException why) {
    return new NetException(
        new NetFailure(
            Kind.TIMED_OUT,
            TEXT.get("silent.title"),
            TEXT.get("timeout.cause", Phase.TLS.title(), Amounts.duration(spec.handshakeTimeout())),
            "",
            why == null ? "" : FailureClassifier.detail(why),
            Optional.of(Phase.TLS),
            List.of()),
        why);
  }

  /** Sends the client away with a reset. */
  void refuse() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  @Override
  public void close() {
    if (taken.compareAndSet(false, true)) {
      closeChannel();
    }
  }

  /** Throws nothing: it is done when the time is up, on a thread of nobody. */
  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException odd) {
      trouble.accept(FailureClassifier.message(odd));
    }
  }
}
