package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wirebench.core.text.Messages;

/** Something that the sending thread does while somebody waits, who alone is told how it went. */
abstract class AwaitedSending implements Outbox.Sending {
  private static final Messages TEXT = Messages.of(AwaitedSending.class);

  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /** Sends it, on the sending thread. */
  abstract void send() throws IOException, InterruptedException;

  /** Whether, where it failed, nothing that waits behind it can be sent either. */
  boolean isLast() {
    return false;
  }

  /**
   * Puts it at the end of the box, and returns when it is sent.
   *
   * @throws IOException when it failed, or will not be sent any more
   */
  final void sendThrough(Outbox outbox) throws IOException, InterruptedException {
    outbox.put(this);
    try {
      done.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException why -> throw why;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IOException(failed);
      }
    }
  }

  @Override
  public final void carryOut() throws IOException, InterruptedException {
    try {
      send();
      done.complete(null);
    } catch (IOException failed) {
      done.completeExceptionally(failed);
      if (isLast()) {
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
  public final boolean dropped(IOException why) {
    done.completeExceptionally(why);
    return false;
  }
}
