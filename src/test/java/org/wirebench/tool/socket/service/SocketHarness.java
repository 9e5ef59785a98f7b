package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireLog;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** A socket service with all it needs, and short ways to start clients and servers. */
public final class SocketHarness implements AutoCloseable, AfterEachCallback {
  private static final long PATIENCE_SECONDS = 10;

  private final TestNetwork net = new TestNetwork();
  private final AtomicReference<NetDefaults> defaults = new AtomicReference<>(NetDefaults.BUILT_IN);
  private final Authority authority = Authority.create("Test authority");
  private final SocketEnvironment environment =
      new SocketEnvironment(
          net.network(), net.stores(), () -> authority.localServer(), defaults::get);
  private final SocketService service = new SocketService(environment);

  /** What holds from now on where a request leaves something open. */
  public void set(NetDefaults now) {
    defaults.set(now);
  }

  public Jobs jobs() {
    return net.jobs().jobs();
  }

  public SocketService service() {
    return service;
  }

  /** Who vouches for the servers that are given no certificate. */
  public Authority authority() {
    return authority;
  }

  public SocketEnvironment environment() {
    return environment;
  }

  public WireLog log() {
    return net.log();
  }

  /** A session and the job it runs in. */
  public record Running<S>(S session, Job<Boolean> job) {}

  /** What opens a session and lives as long as it does. */
  private interface Opening<S> {
    void run(Consumer<S> opened, JobContext context) throws Exception;
  }

  /** A server that nothing else listens beside: on a free port, or on a path of its own. */
  public Running<ServerSession> serve(Transport transport, Behaviour behaviour) throws Exception {
    return serve(server(transport, behaviour, ServerRequest.DEFAULT_MAX_CLIENTS));
  }

  public Running<ServerSession> serve(ServerRequest request) throws Exception {
    return start((opened, context) -> service.serve(request, opened, context));
  }

  public Running<ClientSession> talk(ClientRequest request) throws Exception {
    return start((opened, context) -> service.talk(request, opened, context));
  }

  private <S> Running<S> start(Opening<S> opening) throws Exception {
    CompletableFuture<S> opened = new CompletableFuture<>();
    Job<Boolean> job =
        net.jobs()
            .start(
                context -> {
                  try {
                    opening.run(opened::complete, context);
                  } catch (Exception failed) {
                    opened.completeExceptionally(failed);
                    throw failed;
                  }
                  return true;
                });
    return new Running<>(opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS), job);
  }

  /** What is done with a session while it is open. */
  public interface Sending {
    void run(JobContext context) throws Exception;
  }

  public Job<Boolean> send(Sending sending) {
    return net.jobs()
        .start(
            context -> {
              sending.run(context);
              return true;
            });
  }

  public Job<SocketResult> play(SocketRequest request) {
    return net.jobs().start(context -> service.run(request, context));
  }

  /** What a run brings, which must succeed. */
  public SocketResult result(SocketRequest request) throws InterruptedException {
    return net.jobs().run(context -> service.run(request, context));
  }

  /** Why a run fails, as it must. */
  public NetFailure failure(SocketRequest request) throws InterruptedException {
    return net.jobs().failure(context -> service.run(request, context));
  }

  public ServerRequest server(Transport transport, Behaviour behaviour, int maxClients) {
    String path = transport == Transport.UNIX ? net.unixPath().toString() : "";
    return server(transport, behaviour, 0, path, maxClients, Duration.ofSeconds(5), List.of());
  }

  /** A server that plays steps. */
  public static ServerRequest server(
      Transport transport, Behaviour behaviour, int port, Duration timeout, Step... steps) {
    int clients = ServerRequest.DEFAULT_MAX_CLIENTS;
    return server(transport, behaviour, port, "", clients, timeout, List.of(steps));
  }

  private static ServerRequest server(
      Transport transport,
      Behaviour behaviour,
      int port,
      String path,
      int maxClients,
      Duration timeout,
      List<Step> steps) {
    return new ServerRequest(
        transport,
        transport.hasPort() ? "127.0.0.1" : "",
        port,
        path,
        Family.ANY,
        SocketSettings.DEFAULT,
        Optional.empty(),
        maxClients,
        List.of(),
        "",
        behaviour,
        SocketRequest.Talk.DEFAULT,
        steps,
        Optional.of(timeout));
  }

  public static ClientRequest client(Transport transport, ServerSession server, Step... steps) {
    String host = "";
    String path = "";
    int port = 0;
    if (server.address() instanceof InetSocketAddress address) {
      host = "127.0.0.1";
      port = address.getPort();
    } else {
      path = server.address().toString();
    }
    return client(transport, host, port, path, steps);
  }

  public static ClientRequest client(
      Transport transport, String host, int port, String path, Step... steps) {
    return new ClientRequest(
        transport,
        host,
        port,
        path,
        Family.ANY,
        ClientRequest.Local.ANY,
        SocketSettings.DEFAULT,
        TlsSettings.DEFAULT.withTrust(new TlsSettings.Trust.None()),
        Optional.empty(),
        ClientRequest.Datagrams.DEFAULT,
        SocketRequest.Talk.DEFAULT,
        List.of(steps),
        Optional.of(Duration.ofSeconds(5)));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Waits until all that came is {@code reply}. */
  public static void awaitReply(ClientSession session, String reply) {
    await().until(() -> said(session.transcript(), Direction.IN).equals(reply));
  }

  /** All that went one way, as text. */
  public static String said(Transcript transcript, Direction direction) {
    try {
      StringBuilder all = new StringBuilder();
      for (long i = 0; i < transcript.count(); i++) {
        Exchange exchange = transcript.exchange(i);
        if (exchange.direction() == direction) {
          all.append(new String(transcript.payload(exchange), UTF_8));
          all.append(direction.isNews() ? "\n" : "");
        }
      }
      return all.toString();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    net.close();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
  }
}
