package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;

/**
 * What is said over one socket, by a client with its server or by a server with one of its clients.
 * One thread reads ({@link #run}), one sends; both belong to the job.
 */
final class Conversation {
  /** How long the other side may take to end its direction after we ended ours to close. */
  static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Messages TEXT = Messages.of(Conversation.class);

  private final Link link;
  private final Recorder recorder;
  private final Outbox outbox = new Outbox();
  private volatile @Nullable NetFailure broken;
  private volatile boolean closing;
  private volatile boolean over;

  /** For the reading thread alone. */
  private Optional<SocketAddress> sender = Optional.empty();

  private volatile JobClock.Timer farewell = () -> {};

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
  }

  Link link() {
    return link;
  }

  Recorder recorder() {
    return recorder;
  }

  /** Why the conversation broke; empty while it lasts and where it ended in order. */
  Optional<NetFailure> broken() {
    return Optional.ofNullable(broken);
  }

  boolean isOver() {
    return over;
  }

  /** What is to be sent. */
  Outbox outbox() {
    return outbox;
  }

  /**
   * Sends on the calling thread; written down first, since the answer may come at once.
   *
   * @throws ClosedChannelException when we closed the connection; then nothing is written down
   */
  void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
    if (link.isClosed()) {
      throw new ClosedChannelException();
    }
    recorder.keep(Direction.OUT, bytes, offset, length);
    link.send(bytes, offset, length);
    recorder.count(Direction.OUT, length);
  }

  /**
   * Ends our direction: the other side sees the end of the stream, and may still send. Where the
   * conversation has ended in order meanwhile there is nothing left to end.
   */
  void halfClose() throws IOException {
    if (!link.isStream()) {
      recorder.event(TEXT.get("event.noHalfClose"));
      return;
    }
    try {
      link.shutdownOutput();
    } catch (IOException failed) {
      if (over && broken == null) {
        return;
      }
      throw failed;
    }
    recorder.event(TEXT.get("event.halfClosed"));
  }

  /** Breaks the connection at once, with a RST; a datagram socket has none, and is closed. */
  void reset() {
    if (!link.isStream()) {
      close();
      return;
    }
    closing = true;
    recorder.failure(TEXT.get("event.reset"));
    link.reset();
  }

  /** Closes the connection at once. */
  void close() {
    if (!closing) {
      closing = true;
      recorder.event(closed());
    }
    link.close();
  }

  /**
   * Ends our direction, and closes when the other side has ended its own, or has had its time.
   * Closing at once would be a reset where bytes are unread, and could take what we sent with it
   * (RFC 1122 section 4.2.2.13).
   */
  void closeInOrder(JobContext context) throws IOException {
    closing = true;
    // First, since a sender that is stuck may block even the goodbye.
    farewell = context.clock().schedule(FAREWELL, link::close);
    link.shutdownOutput();
    if (!over && broken == null) {
      recorder.event(closed());
    }
  }

  private String closed() {
    return link.isStream() ? TEXT.get("event.closed") : TEXT.get("event.closedSocket");
  }

  /** Whether it has ended in order, or we are about to end it. */
  boolean isParting() {
    return broken == null && (closing || over);
  }

  /**
   * Reads until the conversation is over: the other side ended or broke it, or we closed it. What
   * waited to be sent when the other side ended in order is still sent.
   */
  void run(Hearer hearer, boolean keepsInput, JobContext context) throws Exception {
    try {
      runBoth(hearer, keepsInput, context);
    } finally {
      outbox.breakOff(new NetException(ended(), null));
    }
  }

  private NetFailure ended() {
    NetFailure why = broken;
    return why != null
        ? why
        : new NetFailure(
            NetFailure.Kind.CLOSED,
            TEXT.get("outbox.ended.title"),
            TEXT.get("outbox.ended.cause"),
            TEXT.get("outbox.ended.remedy"),
            "");
  }

  private void runBoth(Hearer hearer, boolean keepsInput, JobContext context) throws Exception {
    JobContext.Fork<?> sender =
        context.fork(
            "sender",
            own -> {
              drain();
              return true;
            });
    try {
      readAll(hearer, keepsInput, context);
      if (broken == null && !closing) {
        hearer.ended();
        outbox.finish();
        sender.join();
      }
    } finally {
      over = true;
      farewell.cancel();
      sender.interrupt();
      link.close();
    }
  }

  private void drain() throws InterruptedException {
    try {
      outbox.drain();
    } catch (IOException failed) {
      breakOff(failed);
      // The reading thread may have closed the socket meanwhile, which is not why it broke.
      NetFailure why = broken;
      outbox.breakOff(why == null ? failed : new NetException(why, failed));
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
        if (!closing) {
          hearer.heard(buffer, count);
        }
        sized.filled(count);
        buffer = sized.array();
        count = receive(buffer);
      }
      record(link.peerEnd());
    } catch (IOException failed) {
      if (context.isCancelled()) {
        if (!closing) {
          recorder.event(TEXT.get("event.closed"));
        }
        throw new CancellationException();
      }
      breakOff(failed);
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

  private void record(PeerEnd how) {
    if (how.isFailure()) {
      recorder.failure(TEXT.get(how));
    } else {
      recorder.event(TEXT.get(how));
    }
  }

  /** A datagram that nobody took (ICMP port unreachable) is news, and not the end. */
  private int receive(byte[] buffer) throws IOException, InterruptedException {
    while (true) {
      try {
        return link.receive(buffer);
      } catch (PortUnreachableException nobody) {
        recorder.failure(TEXT.get("event.unreachable"));
      }
    }
  }

  /** The other side broke the connection, unless it was us. */
  synchronized void breakOff(IOException failed) {
    // An interrupt closes the channel under the thread that writes, before the link is closed.
    boolean byUs = closing || link.isClosed() || failed instanceof AsynchronousCloseException;
    if (broken != null || over || byUs) {
      return;
    }
    NetFailure failure = NetFailure.of(failed);
    broken = failure;
    PeerEnd end = link.peerEnd();
    recorder.failure(end == PeerEnd.NONE ? failure.title() : TEXT.get(end));
  }
}
