package org.wirebench.tool.socket.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;

/** Opens what a request asks for, with nobody there, and has its steps played. */
final class Player {
  private final Conversing conversing;
  private final Serving serving;
  private final Consumer<Transcript> lookingOn;
  private final Duration perStep;
  private final JobContext context;
  private final Inbox inbox = new Inbox();
  private final StepPlayer steps;

  /** Why the server that is open came to an end by itself. */
  private volatile @Nullable NetFailure serverBroke;

  /** Opens a conversation, and talks until it is over. */
  @FunctionalInterface
  interface Conversing {
    void converse(
        ClientRequest request,
        Conversation.Hearer hearer,
        JobContext context,
        SocketService.Opened opened)
        throws Exception;
  }

  /** Opens a server, and serves until it is interrupted. */
  @FunctionalInterface
  interface Serving {
    void serve(
        ServerRequest request,
        Conversation.Hearer hearer,
        Consumer<PlayedServer> opened,
        JobContext context)
        throws Exception;
  }

  /**
   * @param perStep how long each step may take where the request does not limit all of them
   */
  Player(
      Conversing conversing,
      Serving serving,
      Consumer<Transcript> lookingOn,
      Duration perStep,
      JobContext context) {
    this.conversing = conversing;
    this.serving = serving;
    this.lookingOn = lookingOn;
    this.perStep = perStep;
    this.context = context;
    this.steps = new StepPlayer(inbox, perStep, context);
  }

  SocketResult play(SocketRequest request) throws Exception {
    return switch (request) {
      case ClientRequest client -> play(client);
      case ServerRequest server -> play(server);
    };
  }

  private record Opened(ClientSession session, Conversation conversation) {}

  private SocketResult play(ClientRequest request) throws Exception {
    long start = context.clock().nanos();
    CompletableFuture<Opened> opened = new CompletableFuture<>();
    context.fork("conversation", own -> converse(request, opened, own));
    Opened both;
    try {
      both = opened.get();
    } catch (ExecutionException failed) {
      throw causeOf(failed);
    }
    Conversation conversation = both.conversation();
    try {
      steps.play(request, new ClientStage(conversation, request.talk().charset()));
      Duration time = Duration.ofNanos(context.clock().nanos() - start);
      Link link = conversation.link();
      return new SocketResult(
          both.session().transcript(),
          time,
          Optional.of(link.phases()),
          link.tls(),
          link.peerEnd(),
          0,
          request.talk().charset());
    } finally {
      inbox.finish();
      conversation.ending().close();
    }
  }

  private boolean converse(ClientRequest request, CompletableFuture<Opened> opened, JobContext own)
      throws Exception {
    try {
      conversing.converse(
          request,
          (bytes, length) -> inbox.add(bytes, 0, length),
          own,
          (session, conversation) -> {
            lookingOn.accept(session.transcript());
            opened.complete(new Opened(session, conversation));
          });
    } catch (Throwable failed) {
      // Whatever it is, who waits for it to open must not wait for ever, and throws it then. Once
      // it is open, a failure of the network is kept by the conversation itself.
      boolean told = opened.completeExceptionally(failed);
      if (!told && (failed instanceof RuntimeException || failed instanceof Error)) {
        throw failed;
      }
    } finally {
      inbox.end();
    }
    return true;
  }

  private SocketResult play(ServerRequest request) throws Exception {
    long start = context.clock().nanos();
    CompletableFuture<PlayedServer> opened = new CompletableFuture<>();
    JobContext.Fork<Boolean> serves = context.fork("server", own -> serve(request, opened, own));
    PlayedServer server;
    try {
      server = opened.get();
    } catch (ExecutionException failed) {
      throw causeOf(failed);
    }
    ServerStage stage =
        new ServerStage(
            server,
            request,
            request.timeout().orElse(perStep),
            () -> Optional.ofNullable(serverBroke),
            context);
    Duration time;
    try {
      lookingOn.accept(server.transcript());
      steps.play(request, stage);
      time = Duration.ofNanos(context.clock().nanos() - start);
    } finally {
      // Nobody new comes in, and whoever has ended is let go.
      serves.interrupt();
      inbox.finish();
    }
    stage.finish();
    return new SocketResult(
        server.transcript(),
        time,
        Optional.empty(),
        Optional.empty(),
        PeerEnd.NONE,
        server.came(),
        request.talk().charset());
  }

  /**
   * A server that breaks after it was opened keeps nobody waiting: nobody new comes in, and of the
   * datagrams nothing more.
   */
  private boolean serve(
      ServerRequest request, CompletableFuture<PlayedServer> opened, JobContext own)
      throws Exception {
    try {
      serving.serve(request, new Listening(), opened::complete, own);
    } catch (Throwable failed) {
      // Whatever it is, who waits for it to open must not wait for ever, and throws it then.
      if (!opened.completeExceptionally(failed)) {
        serverBroke = NetFailure.of(failed);
        throw failed;
      }
    } finally {
      inbox.end();
    }
    return true;
  }

  /** Hears all clients of a server. */
  private final class Listening implements Conversation.Hearer {
    @Override
    public void heard(byte[] bytes, int length) throws InterruptedException {
      inbox.add(bytes, 0, length);
    }

    /** A client that asks and ends its direction is still told the answer. */
    @Override
    public void ended() throws InterruptedException {
      inbox.awaitLookedThrough();
    }
  }

  /** Why a session did not open; an error is thrown at once, so that it is seen as a defect. */
  private static Exception causeOf(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Exception exception -> exception;
      case Error error -> throw error;
      case null, default -> failed;
    };
  }
}
