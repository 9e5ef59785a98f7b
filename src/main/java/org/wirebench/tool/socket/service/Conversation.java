package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;

/**
 * What is said over one socket, by a client with its server or by a server with one of its clients.
 * One thread reads ({@link #run}), one sends ({@link Speaker}); both belong to the job.
 */
final class Conversation {
  private static final Messages TEXT = Messages.of(Conversation.class);

  private final Link link;
  private final Recorder recorder;
  private final Ending ending;
  private final Speaker speaker;

  /** For the reading thread alone. */
  private Optional<SocketAddress> sender = Optional.empty();

  /** Hears what comes, on the reading thread. */
  @FunctionalInterface
  interface Hearer {
    /** Takes in a piece of the stream, or one datagram; the array is used again afterwards. */
    void heard(byte[] bytes, int length) throws IOException, InterruptedException;

    /** The other side has ended its direction; until this returns it can still be sent to. */
    default void ended() throws InterruptedException {}
  }

  Conversation(Link link, Recorder recorder) {
    this.link = link;
    this.recorder = recorder;
    this.ending = new Ending(link, recorder);
    this.speaker = new Speaker(link, recorder, ending);
  }

  Link link() {
    return link;
  }

  Recorder recorder() {
    return recorder;
  }

  /** Sends to the other side. */
  Speaker speaker() {
    return speaker;
  }

  /** Ends the conversation, and knows how it ended. */
  Ending ending() {
    return ending;
  }

  /**
   * Reads until the conversation is over: the other side ended or broke it, or we closed it. What
   * waited to be sent when the other side ended in order is still sent.
   */
  void run(Hearer hearer, boolean keepsInput, JobContext context) throws Exception {
    try {
      runBoth(hearer, keepsInput, context);
    } finally {
      speaker.dropAll();
    }
  }

  private void runBoth(Hearer hearer, boolean keepsInput, JobContext context) throws Exception {
    JobContext.Fork<?> sending =
        context.fork(
            "sender",
            own -> {
              speaker.run();
              return true;
            });
    try {
      readAll(hearer, keepsInput, context);
      if (ending.broken().isEmpty() && !ending.isClosing()) {
        hearer.ended();
        speaker.finish();
        sending.join();
      }
    } finally {
      ending.over();
      sending.interrupt();
      link.close();
    }
  }

  private void readAll(Hearer hearer, boolean keepsInput, JobContext context)
      throws InterruptedException {
    ReadBuffer sized = new ReadBuffer(link.isStream());
    try {
      byte[] buffer = sized.array();
      int count = receive(buffer);
      while (count >= 0) {
        recordSender();
        if (keepsInput) {
          recorder.add(Direction.IN, buffer, 0, count);
        } else {
          recorder.count(Direction.IN, count);
        }
        if (!ending.isClosing()) {
          hearer.heard(buffer, count);
        }
        sized.filled(count);
        buffer = sized.array();
        count = receive(buffer);
      }
      ending.peerEnded();
    } catch (IOException failed) {
      if (context.isCancelled()) {
        if (!ending.isClosing()) {
          recorder.event(TEXT.get("event.closed"));
        }
        throw new CancellationException();
      }
      ending.breakOff(failed);
    }
  }

  /** Said once for all that comes from there in a row. */
  private void recordSender() {
    Optional<SocketAddress> now = link.sender();
    if (!now.equals(sender)) {
      sender = now;
      now.ifPresent(who -> recorder.event(TEXT.get("event.from", SocketAddresses.text(who))));
    }
  }

  /** A datagram that nobody took (ICMP port unreachable) is news, and not the end. */
  private int receive(byte[] buffer) throws IOException, InterruptedException {
    while (true) {
      try {
        int count = link.receive(buffer);
        ending.unreachable(false);
        return count;
      } catch (PortUnreachableException nobody) {
        ending.unreachable(true);
        recorder.failure(TEXT.get("event.unreachable"));
      }
    }
  }
}
