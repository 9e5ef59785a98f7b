package org.wirebench.core.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/** Listens on a Unix-domain socket. */
final class UnixListener implements Listener {
  private final String tool;
  private final String label;
  private final WireLog log;
  private final UnixDomainSocketAddress address;
  private final AcceptLoop loop;

  private UnixListener(
      String tool,
      String label,
      WireLog log,
      UnixDomainSocketAddress address,
      ServerSocketChannel channel,
      JobContext context) {
    this.tool = tool;
    this.label = label;
    this.log = log;
    this.address = address;
    Path path = address.getPath();
    Object key = UnixFiles.key(path);
    this.loop = new AcceptLoop(channel, context, () -> removeOurs(path, key, context));
  }

  static UnixListener open(String tool, String label, Path path, WireLog log, JobContext context)
      throws IOException {
    AcceptLoop.prepare(context);
    UnixDomainSocketAddress address = UnixFiles.address(path);
    UnixFiles.removeStale(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(address, AcceptLoop.BACKLOG);
      return new UnixListener(tool, label, log, address, channel, context);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Another program may have put its own socket there meanwhile. */
  private static void removeOurs(Path path, @Nullable Object key, JobContext context) {
    try {
      if (key != null && key.equals(UnixFiles.key(path))) {
        boolean _ = Files.deleteIfExists(path);
      }
    } catch (IOException stays) {
      context.log(FailureClassifier.message(stays));
    }
  }

  @Override
  public @Nullable Incoming accept() throws NetException, InterruptedException {
    SocketChannel client = loop.accept();
    return client == null ? null : new Client(client);
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    loop.close();
  }

  private final class Client implements Incoming {
    private final SocketChannel channel;
    private final AtomicBoolean taken = new AtomicBoolean();

    Client(SocketChannel channel) {
      this.channel = channel;
    }

    /** Clients have no name of their own: this is ours. */
    @Override
    public SocketAddress remote() {
      return address;
    }

    @Override
    public Connection open(JobContext context) throws NetException, InterruptedException {
      if (!taken.compareAndSet(false, true)) {
        throw new IllegalStateException("opened or closed already");
      }
      WireTap tap = log.open(tool, label, Carrier.UNIX, null, null, false);
      try {
        return new UnixConnection(channel, tap, new Phases(context.clock()), context);
      } catch (IOException failed) {
        loop.discard(channel, failed);
        tap.close();
        throw new NetException(NetFailure.of(failed), failed);
      } catch (CancellationException cancelled) {
        throw Connector.stopped(cancelled);
      }
    }

    @Override
    public void close() {
      if (taken.compareAndSet(false, true)) {
        loop.discard(channel, new IOException("sent away"));
      }
    }
  }
}
