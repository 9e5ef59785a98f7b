package org.wirebench.core.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.tls.TlsServer;
import org.wirebench.core.wire.WireLog;

/** Listens on TCP. */
final class TcpListener implements Listener {
  private final ListenSpec spec;
  private final @Nullable TlsServer tls;
  private final WireLog log;
  private final AcceptLoop loop;
  private final JobContext context;
  private final SocketAddress address;

  private TcpListener(
      ListenSpec spec,
      @Nullable TlsServer tls,
      WireLog log,
      ServerSocketChannel channel,
      JobContext context)
      throws IOException {
    this.spec = spec;
    this.tls = tls;
    this.log = log;
    this.context = context;
    this.address = channel.getLocalAddress();
    this.loop = new AcceptLoop(channel, context, () -> {});
  }

  /**
   * @param at where to bind; null for all addresses of this machine
   */
  static TcpListener open(
      ListenSpec spec, @Nullable InetSocketAddress at, WireLog log, JobContext context)
      throws IOException {
    AcceptLoop.prepare(context);
    TlsServer tls = spec.tls() == null ? null : new TlsServer(spec.tls());
    // A socket of the newer family takes both, unless it is bound to an address of one.
    ServerSocketChannel channel =
        switch (spec.family()) {
          case IPV4 -> ServerSocketChannel.open(StandardProtocolFamily.INET);
          case IPV6 -> Unspoken.open(StandardProtocolFamily.INET6, ServerSocketChannel::open);
          case ANY -> ServerSocketChannel.open();
        };
    try {
      if (spec.socket().receiveBuffer().isPresent()) {
        // Before binding: it decides on the window that is offered (RFC 7323 section 2.2).
        channel.setOption(
            StandardSocketOptions.SO_RCVBUF, spec.socket().receiveBuffer().getAsInt());
      }
      channel.bind(at == null ? new InetSocketAddress(spec.port()) : at, AcceptLoop.BACKLOG);
      return new TcpListener(spec, tls, log, channel, context);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  @Override
  public @Nullable Incoming accept() throws NetException, InterruptedException {
    while (true) {
      SocketChannel client = loop.accept();
      if (client == null) {
        return null;
      }
      try {
        TcpIncoming incoming = new TcpIncoming(client, spec, tls, log, context::log);
        if (takes(incoming.remote())) {
          return incoming;
        }
        incoming.refuse();
      } catch (IOException gone) {
        loop.discard(client, gone);
      }
    }
  }

  /**
   * The platform cannot bind a socket to IPv6 alone where all addresses are meant, so a client that
   * comes by IPv4 is turned away here.
   */
  private boolean takes(InetSocketAddress remote) {
    return spec.family() != Family.IPV6 || !(remote.getAddress() instanceof Inet4Address);
  }

  @Override
  public SocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    loop.close();
  }
}
