package org.wirebench.tool.socket.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.Steps.send;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebench.core.net.Incoming;
import org.wirebench.core.net.ListenSpec;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.ServerTls.ClientAuth;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** With TLS 1.3 a server tells a client that it is not wanted after the client is connected. */
@Timeout(30)
class TlsAlertTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  /** The port of a server that asks its clients who they are. */
  private int listen() throws Exception {
    Path authority = folder.resolve("authority.pem");
    Files.writeString(authority, harness.authority().pem());
    ServerTls asking =
        ServerTls.of(new KeySource.Held(harness.authority().localServer()))
            .withClients(ClientAuth.REQUIRED, Optional.of(authority));
    ListenSpec spec = ListenSpec.on("test", "127.0.0.1", 0).withTls(asking);
    CompletableFuture<Listener> listener = new CompletableFuture<>();
    harness.send(
        context -> {
          listener.complete(harness.environment().network().listen(spec, context));
          try (Incoming client = requireNonNull(listener.get().accept())) {
            client.open(context);
          }
        });
    return ((InetSocketAddress) listener.get(10, TimeUnit.SECONDS).address()).getPort();
  }

  static Stream<List<Step>> waitingForTheEnd() {
    Step send = send("hello");
    return Stream.of(List.of(send), List.of(send, new Step.Await(new Step.Until.End())));
  }

  @ParameterizedTest
  @MethodSource("waitingForTheEnd")
  void itsAlertIsNoEndInOrder(List<Step> steps) throws Exception {
    NetFailure failure =
        harness.failure(
            client(Transport.TLS, "127.0.0.1", listen(), "", steps.toArray(Step[]::new)));

    assertThat(failure.kind()).as(failure.detail()).isEqualTo(NetFailure.Kind.AUTHENTICATION);
    assertThat(failure.cause()).contains("client certificate");
  }
}
