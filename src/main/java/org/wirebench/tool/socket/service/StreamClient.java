package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.transcript.Transcript;

/** A client that is connected to a server by a stream. */
final class StreamClient implements PlayedClient, Responder.Voice {
  private final int number;
  private final Instant since;
  private final Transcript transcript;
  private final Conversation conversation;
  private final JobContext context;
  private final CountDownLatch gone = new CountDownLatch(1);

  StreamClient(int number, Link link, Transcript own, Transcript all, JobContext context) {
    this.number = number;
    this.since = context.clock().now();
    this.transcript = own;
    this.context = context;
    this.conversation = new Conversation(link, Recorder.into(own).and(Recorder.into(all, number)));
  }

  /** Serves the client until it leaves. */
  void serve(Responder responder, Conversation.Hearer alsoHears) throws Exception {
    try {
      greet(responder);
      conversation.run(answering(responder, alsoHears), responder.keepsInput(), context);
    } finally {
      gone.countDown();
    }
  }

  private void greet(Responder responder) throws InterruptedException {
    try {
      responder.connected(this);
    } catch (IOException failed) {
      conversation.ending().breakOff(failed);
      // The client is gone, or what it should be sent cannot be read: either way it is over.
      conversation.link().close();
    }
  }

  /** The answer is sent before anybody else hears, who may end the conversation then. */
  private Conversation.Hearer answering(Responder responder, Conversation.Hearer alsoHears) {
    return new Conversation.Hearer() {
      @Override
      public void heard(byte[] bytes, int length) throws IOException, InterruptedException {
        try {
          responder.received(bytes, length, StreamClient.this);
        } finally {
          alsoHears.heard(bytes, length);
        }
      }

      @Override
      public void ended() throws InterruptedException {
        alsoHears.ended();
      }
    };
  }

  Conversation conversation() {
    return conversation;
  }

  @Override
  public Recorder recorder() {
    return conversation.recorder();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public SocketAddress remote() {
    return conversation.link().remote();
  }

  @Override
  public Instant since() {
    return since;
  }

  @Override
  public Transcript transcript() {
    return transcript;
  }

  @Override
  public boolean isConnected() {
    return !conversation.ending().isOver();
  }

  @Override
  public Optional<NetFailure> broken() {
    return conversation.ending().broken();
  }

  @Override
  public List<Phases.Timed> steps() {
    return conversation.link().phases().timed();
  }

  @Override
  public Optional<TlsInfo> tls() {
    return conversation.link().tls();
  }

  @Override
  public boolean offer(byte[] bytes) {
    return conversation.speaker().offer(bytes);
  }

  @Override
  public void sendFile(Path file, JobContext job) throws IOException, InterruptedException {
    new FileSending(file, this, recorder(), job).sendThrough(conversation.speaker().outbox());
  }

  /** On a thread of its own: the goodbye of TLS waits where the other side takes nothing. */
  @Override
  public void disconnect() {
    if (!isConnected()) {
      return;
    }
    JobContext.Fork<?> _ =
        context.fork(
            "disconnect client " + number,
            own -> {
              conversation.ending().close();
              return true;
            });
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
    conversation.speaker().send(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    conversation.ending().closeInOrder(context);
  }

  @Override
  public void goodbye() {
    try {
      conversation.ending().closeInOrder(context);
    } catch (IOException alreadyGone) {
      conversation.recorder().failure(NetFailure.of(alreadyGone).title());
    }
  }

  @Override
  public boolean isParting() {
    return conversation.ending().isParting();
  }

  @Override
  public void awaitGone() throws InterruptedException {
    gone.await();
  }

  @Override
  public void reset() {
    conversation.ending().reset();
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    context.pause(time);
  }

  @Override
  public void beside(Responder.Aside work) {
    JobContext.Fork<?> _ =
        context.fork(
            "beside client " + number,
            own -> {
              try {
                work.run();
              } catch (IOException left) {
                conversation.ending().breakOff(left);
              }
              return true;
            });
  }

  @Override
  public boolean isDatagram() {
    return false;
  }
}
