package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;

/** A client that is connected, in the hands of a user. */
public final class ClientSession {
  private static final Messages TEXT = Messages.of(ClientSession.class);

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
    return conversation.broken();
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return conversation.isOver();
  }

  /** How many sends wait for the other side to read. */
  public int waitingSends() {
    return conversation.outbox().waiting();
  }

  /**
   * Sends after everything that already waits. Never blocks.
   *
   * @return false when too much waits already, since the other side does not read, or when it is
   *     gone
   */
  public boolean offer(byte[] bytes) {
    return !conversation.isOver()
        && conversation.outbox().offer(() -> conversation.send(bytes, 0, bytes.length));
  }

  /**
   * Ends our direction after everything that already waits. Never blocks.
   *
   * @return false when too much waits already
   */
  public boolean halfClose() {
    return conversation.outbox().offer(conversation::halfClose);
  }

  /** Breaks the connection at once, with a RST. Never blocks. */
  public void reset() {
    conversation.reset();
  }

  /**
   * Sends a file after everything that already waits, and returns when all of it is sent.
   *
   * @param context the job that sends; cancelling it stops after the piece that is on its way
   * @throws IOException when the file cannot be read or the connection broke
   */
  public void sendFile(Path file, JobContext context) throws Exception {
    FileSending sending = new FileSending(file, context);
    conversation.outbox().put(sending);
    try {
      sending.done.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /** A file on its way; done when all of it is sent, or none of it will be any more. */
  private final class FileSending implements Outbox.Sending {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Path file;
    private final JobContext context;
    private boolean connectionFailed;

    FileSending(Path file, JobContext context) {
      this.file = file;
      this.context = context;
    }

    @Override
    public void carryOut() throws IOException, InterruptedException {
      try {
        stream();
        done.complete(null);
      } catch (IOException failed) {
        LostFile.report(file, failed, conversation.recorder());
        done.completeExceptionally(failed);
        // A file that cannot be read is its own trouble; what waits behind it can still be sent.
        if (connectionFailed) {
          throw failed;
        }
      } catch (RuntimeException failed) {
        done.completeExceptionally(failed);
      } catch (InterruptedException ended) {
        done.completeExceptionally(new IOException(TEXT.get("outbox.ended.title"), ended));
        throw ended;
      }
    }

    @Override
    public void dropped(IOException why) {
      done.completeExceptionally(why);
    }

    private void send(byte[] buffer, int count) throws IOException, InterruptedException {
      connectionFailed = true;
      conversation.send(buffer, 0, count);
      connectionFailed = false;
    }

    private void stream() throws IOException, InterruptedException {
      long total = Files.size(file);
      long sent = 0;
      byte[] buffer = new byte[Link.BUFFER];
      try (InputStream in = Files.newInputStream(file)) {
        int count = in.read(buffer);
        while (count >= 0 && !context.isCancelled()) {
          send(buffer, count);
          sent += count;
          context.progress(sent, total, Progress.Unit.BYTES);
          count = in.read(buffer);
        }
      }
    }
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
    generator.run(conversation::send, context);
  }
}
