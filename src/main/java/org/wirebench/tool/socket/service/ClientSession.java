package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.transcript.Transcript;

/** A client that is connected, in the hands of a user. */
public final class ClientSession {
  private final Conversation conversation;
  private final Transcript transcript;

  ClientSession(Conversation conversation, Transcript transcript) {
    this.conversation = conversation;
    this.transcript = transcript;
  }

  /** The socket: its addresses, its phases, what TLS agreed on, how the other side ended. */
  public Link link() {
    return conversation.link();
  }

  /** What was said. */
  public Transcript transcript() {
    return transcript;
  }

  /** Why the conversation broke; empty while it lasts and where it ended in order. */
  public Optional<NetFailure> broken() {
    return conversation.ending().broken();
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return conversation.ending().isOver();
  }

  /** How many sends wait for the other side to read. */
  public int waitingSends() {
    return conversation.speaker().outbox().waiting();
  }

  /**
   * Sends after everything that already waits. Never blocks.
   *
   * @return false when too much waits already, since the other side does not read, or when it is
   *     gone, or our direction is ended
   */
  public boolean offer(byte[] bytes) {
    return conversation.speaker().offer(bytes);
  }

  /**
   * Ends our direction after everything that already waits; of a stream nothing can be sent after
   * that. Never blocks.
   *
   * @return false when too much waits already, or our direction is ended
   */
  public boolean halfClose() {
    return conversation.speaker().offerEnd();
  }

  /** Breaks the connection at once, with a RST. Never blocks. */
  public void reset() {
    conversation.ending().reset();
  }

  /**
   * Sends a file after everything that already waits, and returns when all of it is sent. Of
   * datagrams a file is one.
   *
   * @param context the job that sends; cancelling it stops after the piece that is on its way
   * @throws IOException when the file cannot be read or the connection broke
   */
  public void sendFile(Path file, JobContext context) throws IOException, InterruptedException {
    new FileSending(file, conversation.speaker(), conversation.recorder(), context)
        .sendThrough(conversation.speaker().outbox());
  }

  /**
   * Sends what the generator makes, beside what the user sends, until it is done.
   *
   * @param context the job that generates; cancelling it stops the generator, not the session
   * @throws IOException when a message is longer than allowed, before anything is sent, or when the
   *     connection broke
   */
  public void generate(Generator generator, JobContext context)
      throws IOException, InterruptedException {
    generator.check(!link().isStream());
    generator.run(this::sendInTurn, context);
  }

  /**
   * Has the sending thread send it, and waits. A thread that is interrupted while it writes closes
   * the connection, so the thread of a job that may be cancelled does not write.
   */
  private void sendInTurn(Generator.Burst burst) throws IOException, InterruptedException {
    AwaitedSending sending =
        new AwaitedSending() {
          @Override
          void send() throws IOException, InterruptedException {
            burst.send(conversation.speaker()::send);
          }
        };
    sending.sendThrough(conversation.speaker().outbox());
  }
}
