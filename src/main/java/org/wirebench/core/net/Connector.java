package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.proxy.HttpConnect;
import org.wirebench.core.net.proxy.Socks5;
import org.wirebench.core.net.tls.TlsClient;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.net.tls.TlsLink;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/** Opens one connection, step by step. For one use. */
final class Connector {
  private static final Messages TEXT = Messages.of(Connector.class);

  private final ConnectSpec spec;
  private final JobContext context;
  private final Resolver resolver;
  private final TlsClient tlsClient;
  private final WireLog log;
  private final Phases phases;
  private final TimeLimit limit;
  private @Nullable WireTap tap;
  private @Nullable SocketChannel channel;
  private Phase phase = Phase.RESOLVE;

  Connector(
      ConnectSpec spec, JobContext context, Resolver resolver, TlsClient tlsClient, WireLog log) {
    this.spec = spec;
    this.context = context;
    this.resolver = resolver;
    this.tlsClient = tlsClient;
    this.log = log;
    this.phases = new Phases(context.clock());
    this.limit = new TimeLimit(context.clock(), spec.timeout());
  }

  Connection connect() throws NetException, InterruptedException {
    boolean done = false;
    try {
      Connection connection = open();
      done = true;
      return connection;
    } catch (IOException failed) {
      if (context.isCancelled() || Thread.currentThread().isInterrupted()) {
        throw stopped(failed);
      }
      if (phases.current().isPresent()) {
        end();
      }
      throw report(failure(failed).after(phases.timed()), failed);
    } catch (CancellationException cancelled) {
      throw stopped(cancelled);
    } finally {
      limit.close();
      if (!done) {
        giveUp();
      }
    }
  }

  static InterruptedException stopped(Exception why) {
    InterruptedException stopped = new InterruptedException();
    stopped.initCause(why);
    return stopped;
  }

  private Connection open() throws IOException, InterruptedException {
    Endpoint first = firstHop();
    TlsClient.Greeting greeting = spec.tls() == null ? null : greeting(spec.tls());
    begin(Phase.RESOLVE);
    List<InetAddress> found = new AddressFinder(resolver, context).find(first, family(), limit);
    end();
    begin(Phase.CONNECT);
    SocketChannel connected =
        new ConnectRace(context, limit, spec.socket(), spec.local())
            .run(found.stream().map(one -> new InetSocketAddress(one, first.port())).toList());
    end();
    channel = connected;
    WireTap record = openTap(connected);
    tap = record;
    try (JobContext.Registration _ = context.closeOnCancel(connected)) {
      limit.onExpiry(() -> closeQuietly(connected));
      passProxy(connected, record);
      TlsLink tls = greeting == null ? null : shakeHands(connected, greeting, record);
      if (!limit.stop()) {
        throw new SocketTimeoutException("the time was up");
      }
      return TcpConnection.of(connected, tls, record, phases, context);
    }
  }

  private Endpoint firstHop() {
    return switch (spec.proxy()) {
      case ProxySettings.None() -> spec.remote();
      case ProxySettings.HttpConnect(Endpoint server, var _, var _) -> server;
      case ProxySettings.Socks5(Endpoint server, var _, var _) -> server;
    };
  }

  /** A local address can only reach its own family. */
  private Family family() {
    InetSocketAddress local = spec.local();
    if (local == null || local.getAddress().isAnyLocalAddress() || spec.family() != Family.ANY) {
      return spec.family();
    }
    return Family.IPV4.accepts(local.getAddress()) ? Family.IPV4 : Family.IPV6;
  }

  private void begin(Phase next) {
    phase = next;
    phases.begin(next);
    context.step(next.title());
  }

  private void end() {
    phases.end(phase);
  }

  private WireTap openTap(SocketChannel connected) throws IOException {
    return log.open(
        spec.tool(),
        spec.label(),
        Carrier.TCP,
        (InetSocketAddress) connected.getLocalAddress(),
        (InetSocketAddress) connected.getRemoteAddress(),
        true);
  }

  private void passProxy(SocketChannel connected, WireTap record) throws IOException {
    if (spec.proxy() instanceof ProxySettings.None) {
      return;
    }
    begin(Phase.PROXY);
    var in = connected.socket().getInputStream();
    var out = connected.socket().getOutputStream();
    Endpoint target = spec.remote();
    String name = target.ascii();
    switch (spec.proxy()) {
      case ProxySettings.HttpConnect(var _, String user, String password) ->
          HttpConnect.open(in, out, new Endpoint(name, target.port()).toString(), user, password);
      case ProxySettings.Socks5(var _, String user, String password) ->
          Socks5.open(in, out, name, target.literal(), target.port(), user, password);
      case ProxySettings.None() -> {}
    }
    record.event(TEXT.get("event.proxy", spec.proxy().toString(), target.toString()));
    end();
  }

  /** Files are read before time counts: that is no part of what the network takes. */
  private TlsClient.Greeting greeting(TlsSettings settings) throws IOException {
    phase = Phase.TLS;
    return tlsClient.prepare(
        spec.remote().ascii(),
        spec.remote().port(),
        settings.withServerName(ascii(settings.serverName())));
  }

  private TlsLink shakeHands(SocketChannel connected, TlsClient.Greeting greeting, WireTap record)
      throws IOException {
    begin(Phase.TLS);
    TlsLink link = greeting.shakeHands(connected.socket());
    end();
    record.event(describe(link.info()));
    if (!link.info().warning().isEmpty()) {
      record.event(TEXT.get("event.warning", link.info().warning()));
    }
    return link;
  }

  private static String ascii(String serverName) throws NetException {
    try {
      return serverName.isEmpty() ? "" : Hosts.ascii(serverName);
    } catch (EndpointException impossible) {
      throw new NetException(NetFailure.of(impossible), impossible);
    }
  }

  static String describe(TlsInfo info) {
    return info.alpn().isEmpty()
        ? TEXT.get("event.tls", info.version(), info.cipher())
        : TEXT.get("event.tlsAlpn", info.version(), info.cipher(), info.alpn());
  }

  private NetFailure failure(IOException failed) {
    NetFailure known = inThisPhase(failed);
    boolean reaching = phase == Phase.RESOLVE || phase == Phase.CONNECT;
    return reaching && !(spec.proxy() instanceof ProxySettings.None) && isOfOthers(known.kind())
        ? ofProxy(known)
        : known;
  }

  /** Whether the other side is to blame, or the way to it, and no address of this machine. */
  private static boolean isOfOthers(Kind kind) {
    return switch (kind) {
      case HOST_UNKNOWN, REFUSED, UNREACHABLE, TIMED_OUT, RESET, CLOSED -> true;
      default -> false;
    };
  }

  /** Who typed one address and reads of another must be told whose it is. */
  private NetFailure ofProxy(NetFailure known) {
    return new NetFailure(
        known.kind(),
        TEXT.get("proxyUnreached.title", firstHop().toString()),
        known.title() + ". " + known.cause(),
        TEXT.get("proxyUnreached.remedy"),
        known.detail(),
        known.phase(),
        known.certificates());
  }

  private NetFailure inThisPhase(IOException failed) {
    NetFailure known = NetFailure.of(failed);
    if (!limit.expired() || phase == Phase.CONNECT) {
      return known.in(phase);
    }
    if (phase == Phase.PROXY) {
      return silentProxy(known);
    }
    return new NetFailure(
        Kind.TIMED_OUT,
        TEXT.get("silent.title"),
        TEXT.get("timeout.cause", phase.title(), Amounts.duration(limit.length())),
        TEXT.get("silent.remedy"),
        known.detail(),
        Optional.of(phase),
        List.of());
  }

  /** It took the connection; whether it is no proxy, or waits for the target, it does not say. */
  private NetFailure silentProxy(NetFailure known) {
    return new NetFailure(
        Kind.TIMED_OUT,
        TEXT.get("proxySilent.title", firstHop().toString()),
        TEXT.get("proxySilent.cause", Amounts.duration(limit.length()), spec.remote().toString()),
        TEXT.get("proxySilent.remedy"),
        known.detail(),
        Optional.of(phase),
        List.of());
  }

  /** Also what never came to be a connection is on record. */
  private NetException report(NetFailure failure, IOException why) {
    if (tap == null) {
      tap = log.open(spec.tool(), spec.label(), Carrier.TCP, null, null, true);
    }
    tap.failure(failure.title() + ": " + failure.cause());
    return new NetException(failure, why);
  }

  private void giveUp() {
    if (channel != null) {
      closeQuietly(channel);
    }
    if (tap != null) {
      tap.close();
    }
  }

  private void closeQuietly(SocketChannel one) {
    try {
      one.close();
    } catch (IOException odd) {
      context.log(FailureClassifier.message(odd));
    }
  }
}
