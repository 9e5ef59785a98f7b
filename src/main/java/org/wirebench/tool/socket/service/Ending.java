package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.text.Messages;

/** How a conversation is ended by us or broken by the other side, and whether it has ended. */
final class Ending {
  /** How long the other side may take to end its direction after we ended ours to close. */
  static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Messages TEXT = Messages.of(Ending.class);

  private final Link link;
  private final Recorder recorder;
  private volatile @Nullable NetFailure broken;
  private volatile boolean unreachable;
  private volatile boolean closing;
  private volatile boolean over;

  /** How the other side ended, as far as it stands in the transcript. Guarded by this. */
  private PeerEnd told = PeerEnd.NONE;

  private volatile JobClock.Timer farewell = () -> {};

  Ending(Link link, Recorder recorder) {
    this.link = link;
    this.recorder = recorder;
  }

  /** Why the conversation broke; empty while it lasts and where it ended in order. */
  Optional<NetFailure> broken() {
    return Optional.ofNullable(broken);
  }

  /** Whether the other side's host said of what was sent last that nobody listens there. */
  boolean isUnreachable() {
    return unreachable;
  }

  /** Its host said so now, or something came from there, or is sent to find out again. */
  void unreachable(boolean now) {
    unreachable = now;
  }

  /** Whether we have begun to end it. */
  boolean isClosing() {
    return closing;
  }

  boolean isOver() {
    return over;
  }

  /** Whether it has ended in order, or we are about to end it. */
  boolean isParting() {
    return broken == null && (closing || over);
  }

  /** Breaks the connection at once, with a RST; a datagram socket has none, and is closed. */
  void reset() {
    if (!link.isStream()) {
      close();
      return;
    }
    closing = true;
    recorder.failure(link.isTcp() ? TEXT.get("event.reset") : TEXT.get("unix.reset"));
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

  /** The other side broke the connection, unless it was us. */
  synchronized void breakOff(IOException failed) {
    // An interrupt closes the channel under the thread that writes, before the link is closed.
    boolean byUs = closing || link.isClosed() || failed instanceof AsynchronousCloseException;
    if (broken != null || over || byUs || told.isFailure()) {
      return;
    }
    NetFailure failure = NetFailure.of(failed);
    broken = failure;
    if (told == link.peerEnd()) {
      recorder.failure(failure.title());
    } else {
      tell(link.peerEnd());
    }
  }

  /** The other side has ended its direction. Who sends may have found out first. */
  synchronized void peerEnded() {
    if (told != link.peerEnd()) {
      tell(link.peerEnd());
    }
  }

  private void tell(PeerEnd how) {
    told = how;
    if (how.isFailure()) {
      recorder.failure(words(how));
    } else {
      recorder.event(words(how));
    }
  }

  private String words(PeerEnd how) {
    return switch (how) {
      case FIN -> link.isTcp() ? TEXT.get(how) : TEXT.get("unix.FIN");
      case RESET -> link.isTcp() ? TEXT.get(how) : TEXT.get("unix.RESET");
      case NONE, CLOSE_NOTIFY, TRUNCATED, TIMED_OUT -> TEXT.get(how);
    };
  }

  /** Nothing is read any more. */
  void over() {
    over = true;
    farewell.cancel();
  }
}
