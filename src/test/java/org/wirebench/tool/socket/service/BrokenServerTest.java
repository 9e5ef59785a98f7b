package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.Steps.awaitText;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.net.NetFailure;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;

/** A played server that stands, and then can serve no more. */
@Timeout(60)
class BrokenServerTest {
  private static final String REASON = "Cannot allocate memory";

  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private static ServerRequest request(Step... steps) {
    return SocketHarness.server(
        Transport.UDP, new Behaviour.Nothing(), 0, Duration.ofSeconds(50), steps);
  }

  /** A real server, which is then ended as the system ends one that it has no memory for. */
  private void serveThenBreak(
      ServerRequest request,
      Conversation.Hearer hearer,
      CompletableFuture<PlayedServer> stands,
      CompletableFuture<Boolean> breaking,
      JobContext context)
      throws Exception {
    JobContext.Fork<Boolean> real =
        context.fork(
            "real",
            own -> {
              harness.service().serve(request, hearer, stands::complete, own);
              return true;
            });
    boolean _ = breaking.get();
    real.interrupt();
    throw new IOException(REASON);
  }

  private NetFailure failureOf(String toSay, Step... steps) throws Exception {
    CompletableFuture<PlayedServer> stands = new CompletableFuture<>();
    CompletableFuture<Boolean> breaking = new CompletableFuture<>();
    Job<SocketResult> job =
        harness
            .jobs()
            .start(
                JobSpec.named("play", "socket"),
                context ->
                    new Player(
                            (request, hearer, own, opened) -> {
                              throw new AssertionError("no client is played");
                            },
                            (request, hearer, opened, own) -> {
                              stands.thenAccept(opened);
                              serveThenBreak(request, hearer, stands, breaking, own);
                            },
                            transcript -> {},
                            Duration.ofSeconds(50),
                            context)
                        .play(request(steps)));
    int port = ((InetSocketAddress) stands.get().address()).getPort();
    try (DatagramSocket client = new DatagramSocket()) {
      byte[] bytes = toSay.getBytes(UTF_8);
      client.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
      await().until(() -> stands.get().came() == 1);
    }
    boolean _ = breaking.complete(true);
    assertThat(job.await(Duration.ofSeconds(10))).isPresent();
    return TestJobs.failure(job);
  }

  @Test
  void whoWaitsForTextIsToldAtOnceWhy() throws Exception {
    NetFailure failure = failureOf("first", awaitText("first"), awaitText("never"));
    assertThat(failure.cause()).contains(REASON);
  }

  @Test
  void whoWaitsForTheEndIsToldAtOnceWhy() throws Exception {
    NetFailure failure = failureOf("x", new Step.Await(new Step.Until.End()));
    assertThat(failure.cause()).contains(REASON);
  }

  @Test
  void whoWaitsForNothingIsToldAtOnceWhy() throws Exception {
    assertThat(failureOf("x").cause()).contains(REASON);
  }
}
