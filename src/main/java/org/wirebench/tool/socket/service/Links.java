package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.ConnectSpec;
import org.wirebench.core.net.DatagramLink;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.DatagramSpec.Buffers;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ListenSpec;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.Multicast;
import org.wirebench.core.net.Multicast.Group;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;

/** Opens the sockets that requests ask for. */
final class Links {
  private final SocketEnvironment environment;

  Links(SocketEnvironment environment) {
    this.environment = environment;
  }

  private Network network() {
    return environment.network();
  }

  /** The socket of a client, connected where its transport connects. */
  Link connect(ClientRequest request, JobContext context) throws IOException, InterruptedException {
    return switch (request.transport()) {
      case TCP, TLS -> new StreamLink(network().connect(connectSpec(request, context), context));
      case UNIX -> {
        Path path = Path.of(request.path());
        yield new StreamLink(
            network().connectUnix(SocketRequest.TOOL, request.path(), path, context));
      }
      case UDP -> connectDatagrams(request, context);
    };
  }

  /** Datagrams have nothing to connect; what takes time is to find the address. */
  private Link connectDatagrams(ClientRequest request, JobContext context)
      throws IOException, InterruptedException {
    Endpoint remote = new Endpoint(request.host(), request.port());
    DatagramSpec spec = datagramSpec(request, remote, local(request, context));
    Phases phases = new Phases(context.clock());
    phases.begin(Phase.RESOLVE);
    try {
      DatagramLink link = network().datagram(spec, context);
      phases.end(Phase.RESOLVE);
      return new PacketLink(link, remote, phases);
    } catch (NetException failed) {
      phases.end(Phase.RESOLVE);
      throw new NetException(failed.failure().after(phases.timed()), failed);
    }
  }

  private ConnectSpec connectSpec(ClientRequest request, JobContext context)
      throws IOException, InterruptedException {
    NetDefaults defaults = environment.defaults().get();
    Endpoint remote = new Endpoint(request.host(), request.port());
    return ConnectSpec.to(SocketRequest.TOOL, remote)
        .withFamily(request.family())
        .withLocal(local(request, context))
        .withSocket(request.socket())
        .withTls(request.transport() == Transport.TLS ? request.tls() : null)
        .withProxy(defaults.way(request.proxy(), remote))
        .withTimeout(request.timeout().orElse(defaults.connectTimeout()));
  }

  private @Nullable InetSocketAddress local(ClientRequest request, JobContext context)
      throws IOException, InterruptedException {
    ClientRequest.Local local = request.local();
    if (local.equals(ClientRequest.Local.ANY)) {
      return null;
    }
    return local.address().isEmpty()
        ? new InetSocketAddress(local.port())
        : address(local.address(), local.port(), request.family(), context);
  }

  private InetSocketAddress address(String host, int port, Family family, JobContext context)
      throws IOException, InterruptedException {
    return network().bindAddress(new Endpoint(host, port), family, context);
  }

  /** What a client of datagrams is bound to. */
  static DatagramSpec datagramSpec(
      ClientRequest request, Endpoint remote, @Nullable InetSocketAddress local) {
    ClientRequest.Datagrams options = request.datagrams();
    return DatagramSpec.to(SocketRequest.TOOL, remote)
        .withFamily(request.family())
        .withLocal(local)
        .withBroadcast(options.broadcast())
        // Several may listen to a group; who shares another port takes what is meant for somebody.
        .withReuseAddress(!options.join().isEmpty())
        .withBuffers(buffers(request.socket()))
        .withMulticast(multicast(options));
  }

  private static Multicast multicast(ClientRequest.Datagrams options) {
    return Multicast.DEFAULT
        .withGroups(groups(options.join(), options.networkInterface()))
        .withNetworkInterface(options.networkInterface())
        .withTtl(options.ttl().orElse(Multicast.DEFAULT.ttl()));
  }

  private static Buffers buffers(SocketSettings socket) {
    return Buffers.DEFAULT
        .withSend(socket.sendBuffer())
        .withReceive(socket.receiveBuffer().orElse(DatagramSpec.DEFAULT_RECEIVE_BUFFER));
  }

  private static List<Group> groups(List<String> join, String networkInterface) {
    List<Group> groups = new ArrayList<>();
    for (String group : join) {
      groups.add(new Group(InetAddress.ofLiteral(group), networkInterface));
    }
    return groups;
  }

  /** The socket on which a server of streams waits. */
  Listener listen(ServerRequest request, JobContext context)
      throws IOException, InterruptedException {
    if (request.transport() == Transport.UNIX) {
      Path path = Path.of(request.path());
      return network().listenUnix(SocketRequest.TOOL, request.path(), path, context);
    }
    String host = request.host().isEmpty() ? null : request.host();
    ListenSpec spec =
        ListenSpec.on(SocketRequest.TOOL, host, request.port())
            .withFamily(request.family())
            .withSocket(request.socket());
    boolean secure = request.transport() == Transport.TLS;
    return network().listen(secure ? spec.withTls(tls(request)) : spec, context);
  }

  private ServerTls tls(ServerRequest request) {
    return ServerTls.of(
        request.identity().orElseGet(() -> new KeySource.Held(environment.identity().get())));
  }

  /** The socket of a server of datagrams. */
  DatagramLink bind(ServerRequest request, JobContext context)
      throws IOException, InterruptedException {
    InetSocketAddress local =
        request.host().isEmpty()
            ? wildcard(request)
            : address(request.host(), request.port(), request.family(), context);
    return network().datagram(bound(request, local), context);
  }

  /** What a server of datagrams is bound to. */
  static DatagramSpec bound(ServerRequest request, InetSocketAddress local) {
    DatagramSpec spec =
        DatagramSpec.bound(SocketRequest.TOOL, local)
            .withFamily(request.family())
            .withBuffers(buffers(request.socket()));
    List<Group> groups = groups(request.join(), request.networkInterface());
    return groups.isEmpty()
        ? spec
        : spec.withReuseAddress(true).withMulticast(Multicast.DEFAULT.withGroups(groups));
  }

  /** The wildcard address of the family, on which a group decides; that of IPv6 takes both. */
  private static InetSocketAddress wildcard(ServerRequest request) {
    boolean four =
        request.join().isEmpty()
            ? request.family() == Family.IPV4
            : !request.join().getFirst().contains(":");
    String any = four ? "0.0.0.0" : "::";
    return new InetSocketAddress(InetAddress.ofLiteral(any), request.port());
  }
}
