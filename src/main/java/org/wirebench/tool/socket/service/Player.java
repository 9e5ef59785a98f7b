package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Step;

/**
 * Plays the steps of a request with nobody there. Where no step waits for anything, it reads until
 * the other side ends or the time is up, which is no failure then.
 */
final class Player {
  private static final Messages TEXT = Messages.of(Player.class);

  /** How long the reason for a failed send may take to arrive. */
  private static final Duration REASON = Duration.ofMillis(200);

  private final SocketService service;
  private final Consumer<Transcript> lookingOn;
  private final JobContext context;
  private final Inbox inbox = new Inbox();

  Player(SocketService service, Consumer<Transcript> lookingOn, JobContext context) {
    this.service = service;
    this.lookingOn = lookingOn;
    this.context = context;
  }

  SocketResult play(SocketRequest request) throws Exception {
    return switch (request) {
      case ClientRequest client -> play(client);
      case ServerRequest server -> play(server);
    };
  }

  /** What a step can be done to. */
  private interface Stage {
    void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException;

    void halfClose() throws IOException;

    void reset();

    Optional<NetFailure> broken();

    /** Ends whatever the other side lets us wait for. */
    void giveUp();
  }

  private record Opened(ClientSession session, Conversation conversation) {}

  private SocketResult play(ClientRequest request) throws Exception {
    long start = context.clock().nanos();
    CompletableFuture<Opened> opened = new CompletableFuture<>();
    context.fork("conversation", own -> converse(request, opened, own));
    Conversation conversation;
    Opened both;
    try {
      both = opened.get();
      conversation = both.conversation();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
    try {
      playSteps(request, stageOf(conversation));
      Duration time = Duration.ofNanos(context.clock().nanos() - start);
      Link link = conversation.link();
      return new SocketResult(
          both.session().transcript(),
          time,
          link.phases(),
          link.tls(),
          link.peerEnd(),
          0,
          request.talk().charset());
    } finally {
      conversation.close();
    }
  }

  private boolean converse(
      ClientRequest request, CompletableFuture<Opened> opened, JobContext own) {
    try {
      service.converse(
          request,
          (bytes, length) -> inbox.add(bytes, 0, length),
          own,
          (session, conversation) -> {
            lookingOn.accept(session.transcript());
            opened.complete(new Opened(session, conversation));
          });
    } catch (Exception failed) {
      // Once it is open, a failure is kept by the conversation itself.
      opened.completeExceptionally(failed);
    } finally {
      inbox.end();
    }
    return true;
  }

  private static Stage stageOf(Conversation conversation) {
    return new Stage() {
      @Override
      public void send(byte[] bytes, int offset, int length)
          throws IOException, InterruptedException {
        conversation.send(bytes, offset, length);
      }

      @Override
      public void halfClose() throws IOException {
        conversation.halfClose();
      }

      @Override
      public void reset() {
        conversation.reset();
      }

      @Override
      public Optional<NetFailure> broken() {
        return conversation.broken();
      }

      @Override
      public void giveUp() {
        conversation.close();
      }
    };
  }

  private SocketResult play(ServerRequest request) throws Exception {
    long start = context.clock().nanos();
    CompletableFuture<ServerSession> opened = new CompletableFuture<>();
    JobContext.Fork<Boolean> serving =
        context.fork(
            "server",
            own -> {
              try {
                service.serve(
                    request, (bytes, length) -> inbox.add(bytes, 0, length), opened::complete, own);
              } catch (Exception failed) {
                if (!opened.completeExceptionally(failed)) {
                  throw failed;
                }
              }
              return true;
            });
    ServerSession server;
    try {
      server = opened.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
    try {
      playSteps(request, stageOf(server));
      Duration time = Duration.ofNanos(context.clock().nanos() - start);
      return new SocketResult(
          server.transcript(),
          time,
          Optional.empty(),
          Optional.empty(),
          PeerEnd.NONE,
          server.clients().size(),
          request.talk().charset());
    } finally {
      serving.interrupt();
    }
  }

  private static Stage stageOf(ServerSession server) {
    return new Stage() {
      @Override
      public void send(byte[] bytes, int offset, int length) {
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
        server.clients().forEach(client -> client.offer(copy));
      }

      @Override
      public void halfClose() {
        server.clients().forEach(ServedClient::disconnect);
      }

      @Override
      public void reset() {
        server.clients().forEach(ServedClient::reset);
      }

      @Override
      public Optional<NetFailure> broken() {
        return Optional.empty();
      }

      @Override
      public void giveUp() {
        // Nothing that is done to a server blocks.
      }
    };
  }

  private void playSteps(SocketRequest request, Stage stage) throws Exception {
    JobClock.Timer timer = context.clock().schedule(request.timeout(), () -> expire(stage));
    boolean waits = false;
    try {
      for (Step step : request.steps()) {
        waits |= step instanceof Step.Await;
        play(step, request, stage);
      }
      if (!waits) {
        awaitEnd();
      }
    } catch (IOException failed) {
      throw explained(failed, request, stage);
    } finally {
      timer.cancel();
    }
  }

  private void expire(Stage stage) {
    inbox.expire();
    stage.giveUp();
  }

  /**
   * Why it failed. When a send fails, the reason is what the other side did, and the reading thread
   * may learn of it a moment later.
   */
  private IOException explained(IOException failed, SocketRequest request, Stage stage)
      throws InterruptedException {
    if (inbox.isExpired()) {
      return new NetException(tooLate(request), failed);
    }
    if (isOurs(failed) || !inbox.settles(REASON)) {
      return failed;
    }
    return new NetException(stage.broken().orElseGet(Player::tooEarly), failed);
  }

  /** Whether a file or an expression of ours is to blame, whatever the other side did. */
  private static boolean isOurs(IOException failed) {
    return failed instanceof FileSystemException
        || (failed instanceof NetException net && net.failure().kind() == NetFailure.Kind.LIMIT);
  }

  private void awaitEnd() throws IOException, InterruptedException {
    try {
      inbox.awaitEnd();
    } catch (Inbox.ExpiredException enough) {
      context.log(TEXT.get("player.enough"));
    }
  }

  private void play(Step step, SocketRequest request, Stage stage) throws Exception {
    switch (step) {
      case Step.Send(Payload payload) -> send(payload, request, stage);
      case Step.Pause(Duration time) -> context.pause(time);
      case Step.HalfClose() -> stage.halfClose();
      case Step.Reset() -> stage.reset();
      case Step.Await(Step.Until.End()) -> inbox.awaitEnd();
      case Step.Await(Step.Until.Bytes(int count)) -> inbox.await(count);
      case Step.Await(Step.Until.Match(var pattern)) ->
          inbox.await(pattern.finder(request.talk().charset()));
    }
  }

  private void send(Payload payload, SocketRequest request, Stage stage)
      throws IOException, InterruptedException, ParseProblem {
    if (payload.form() != Payload.Form.FILE) {
      byte[] bytes = payload.bytes(request.talk().charset());
      stage.send(bytes, 0, bytes.length);
      return;
    }
    byte[] buffer = new byte[Link.BUFFER];
    try (InputStream in = payload.open()) {
      int count = in.read(buffer);
      while (count >= 0) {
        stage.send(buffer, 0, count);
        count = in.read(buffer);
      }
    }
  }

  private static NetFailure tooLate(SocketRequest request) {
    return new NetFailure(
        NetFailure.Kind.TIMED_OUT,
        TEXT.get("player.late.title"),
        TEXT.get("player.late.cause", Amounts.duration(request.timeout())),
        TEXT.get("player.late.remedy"),
        "");
  }

  private static NetFailure tooEarly() {
    return new NetFailure(
        NetFailure.Kind.CLOSED,
        TEXT.get("player.early.title"),
        TEXT.get("player.early.cause"),
        TEXT.get("player.early.remedy"),
        "");
  }
}
