package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.tls.TlsClient;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/**
 * Opens every connection of the program. Whatever is opened is closed when the job that opened it
 * is cancelled, so that a thread which blocks in it ends at once; it outlives the end of that job,
 * but then only its own {@code close} ends it. Safe for use by any thread.
 */
public final class Network {
  private final WireLog log;
  private final Resolver resolver;
  private final TlsClient tlsClient = new TlsClient();

  /**
   * @param log records what passes
   */
  public Network(WireLog log, Resolver resolver) {
    this.log = log;
    this.resolver = resolver;
  }

  /**
   * Connects: resolves, races the addresses, passes the proxy, shakes hands.
   *
   * @throws NetException when one of these fails or the time is up
   * @throws InterruptedException when the job is cancelled
   */
  public Connection connect(ConnectSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return new Connector(spec, context, resolver, tlsClient, log).connect();
  }

  /**
   * Connects to the Unix-domain socket at {@code path}.
   *
   * @throws NetException when there is none, nobody listens, or the path is too long
   * @throws InterruptedException when the job is cancelled
   */
  public Connection connectUnix(String tool, String label, Path path, JobContext context)
      throws NetException, InterruptedException {
    return guarded(context, () -> connectUnixOrFail(tool, label, path, context));
  }

  private Connection connectUnixOrFail(String tool, String label, Path path, JobContext context)
      throws IOException {
    UnixDomainSocketAddress address = UnixFiles.address(path);
    Phases phases = new Phases(context.clock());
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    WireTap tap = log.open(tool, label, Carrier.UNIX, null, null, true);
    try (JobContext.Registration _ = context.closeOnCancel(channel)) {
      phases.begin(Phase.CONNECT);
      context.step(Phase.CONNECT.title());
      boolean _ = channel.connect(address);
      phases.end(Phase.CONNECT);
      return new UnixConnection(channel, tap, phases, context);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      tap.failure(FailureClassifier.message(failed));
      tap.close();
      if (failed instanceof IOException why) {
        throw UnixFiles.refused(path, why);
      }
      throw failed;
    }
  }

  /**
   * Listens for TCP clients, on the address that {@link #bindAddress} chooses where there is a
   * host. The listener is closed when {@code context} is cancelled.
   *
   * @throws NetException when the address is in use, is not ours, or a certificate is no good
   * @throws InterruptedException when the job is cancelled
   */
  public Listener listen(ListenSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return guarded(context, () -> listenOrFail(spec, context));
  }

  private Listener listenOrFail(ListenSpec spec, JobContext context)
      throws IOException, InterruptedException {
    @Nullable InetSocketAddress at =
        spec.host() == null
            ? null
            : bindAddressOrFail(new Endpoint(spec.host(), spec.port()), spec.family(), context);
    return TcpListener.open(spec, at, log, context);
  }

  private InetSocketAddress resolve(Endpoint endpoint, Family family, JobContext context)
      throws IOException, InterruptedException {
    return new InetSocketAddress(find(endpoint, family, context).getFirst(), endpoint.port());
  }

  private List<InetAddress> find(Endpoint endpoint, Family family, JobContext context)
      throws IOException, InterruptedException {
    try (TimeLimit limit = new TimeLimit(context.clock(), ConnectSpec.DEFAULT_TIMEOUT)) {
      return new AddressFinder(resolver, context).find(endpoint, family, limit);
    }
  }

  /**
   * Where a socket is bound that is to have the address {@code endpoint}. A socket is bound to one
   * address: of a name that has several of {@code family}, such as {@code localhost}, it is the
   * first of IPv4, whatever the transport, and only where there is none the first of IPv6. The
   * look-up may take as long as connecting, ten seconds.
   *
   * @throws NetException when there is none, or the look-up fails or takes too long
   * @throws InterruptedException when the job is cancelled
   */
  public InetSocketAddress bindAddress(Endpoint endpoint, Family family, JobContext context)
      throws NetException, InterruptedException {
    return guarded(context, () -> bindAddressOrFail(endpoint, family, context));
  }

  private InetSocketAddress bindAddressOrFail(Endpoint endpoint, Family family, JobContext context)
      throws IOException, InterruptedException {
    List<InetAddress> found = find(endpoint, family, context);
    InetAddress chosen =
        found.stream().filter(Family.IPV4::accepts).findFirst().orElse(found.getFirst());
    return new InetSocketAddress(chosen, endpoint.port());
  }

  /**
   * Listens for clients at {@code path}. A socket that a dead program left there is removed first;
   * our own is removed at the end.
   *
   * @throws NetException when something else is there, somebody listens, or the path is too long
   * @throws InterruptedException when the job is cancelled
   */
  public Listener listenUnix(String tool, String label, Path path, JobContext context)
      throws NetException, InterruptedException {
    return guarded(context, () -> UnixListener.open(tool, label, path, log, context));
  }

  /**
   * Opens a UDP socket.
   *
   * @throws NetException when the address is in use, is not ours, or an interface is unknown
   * @throws InterruptedException when the job is cancelled
   */
  public DatagramLink datagram(DatagramSpec spec, JobContext context)
      throws NetException, InterruptedException {
    return guarded(context, () -> datagramOrFail(spec, context));
  }

  private DatagramLink datagramOrFail(DatagramSpec spec, JobContext context)
      throws IOException, InterruptedException {
    InetSocketAddress remote =
        spec.remote() == null ? null : resolve(spec.remote(), spec.family(), context);
    DatagramChannel channel = new UdpOpener(spec, remote).open();
    try {
      return new UdpLink(channel, spec, remote, log, context);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private interface Opening<T> {
    T open() throws IOException, InterruptedException;
  }

  private static <T> T guarded(JobContext context, Opening<T> opening)
      throws NetException, InterruptedException {
    try {
      return opening.open();
    } catch (CancellationException cancelled) {
      throw Connector.stopped(cancelled);
    } catch (UnsupportedAddressTypeException unspoken) {
      throw new NetException(NetFailure.of(Unspoken.failure(unspoken)), unspoken);
    } catch (IOException failed) {
      if (context.isCancelled() || Thread.currentThread().isInterrupted()) {
        throw Connector.stopped(failed);
      }
      throw new NetException(NetFailure.of(failed), failed);
    }
  }
}
