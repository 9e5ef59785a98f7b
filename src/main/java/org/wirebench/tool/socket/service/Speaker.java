package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;

/**
 * The half of a conversation that sends: at once on the thread that asks for it, or after all that
 * already waits on the sending thread ({@link #run}).
 */
final class Speaker implements Sink {
  private static final Messages TEXT = Messages.of(Speaker.class);

  private final Link link;
  private final Recorder recorder;
  private final Ending ending;
  private final Outbox outbox = new Outbox();

  Speaker(Link link, Recorder recorder, Ending ending) {
    this.link = link;
    this.recorder = recorder;
    this.ending = ending;
  }

  @Override
  public boolean isDatagram() {
    return !link.isStream();
  }

  /** What is to be sent. */
  Outbox outbox() {
    return outbox;
  }

  /**
   * Sends after everything that already waits. Never blocks.
   *
   * @return false when too much waits already, or nothing can be sent any more
   */
  boolean offer(byte[] bytes) {
    return !ending.isOver()
        && outbox.offer(
            new Outbox.Sending() {
              @Override
              public void carryOut() throws IOException, InterruptedException {
                sendOffered(bytes);
              }

              @Override
              public boolean dropped(IOException why) {
                return true;
              }

              @Override
              public long bytes() {
                return bytes.length;
              }
            });
  }

  /** One datagram that cannot be sent is news, and not the end. */
  private void sendOffered(byte[] bytes) throws IOException, InterruptedException {
    try {
      send(bytes);
    } catch (IOException failed) {
      if (link.isStream() || link.isClosed()) {
        throw failed;
      }
      recorder.failure(NetFailure.of(failed).title());
    }
  }

  /**
   * Ends our direction after everything that already waits; of a stream nothing is sent after that.
   * Never blocks.
   *
   * @return false when too much waits already, or our direction is ended
   */
  boolean offerEnd() {
    return link.isStream()
        ? outbox.offerLast(this::halfClose, new NetException(halfClosed(), null))
        : outbox.offer(this::halfClose);
  }

  /**
   * Sends on the calling thread; written down first, since the answer may come at once.
   *
   * @throws ClosedChannelException when we closed the connection; then nothing is written down
   */
  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
    if (link.isClosed()) {
      throw new ClosedChannelException();
    }
    recorder.keep(Direction.OUT, bytes, offset, length);
    ending.unreachable(false);
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
      if (ending.isOver() && ending.broken().isEmpty()) {
        return;
      }
      throw failed;
    }
    recorder.event(link.isTcp() ? TEXT.get("event.halfClosed") : TEXT.get("unix.halfClosed"));
  }

  /** Sends what waits, until {@link #finish} or the end of the conversation. */
  void run() throws InterruptedException {
    try {
      outbox.drain();
    } catch (IOException failed) {
      ending.breakOff(failed);
      // The reading thread may have closed the socket meanwhile, which is not why it broke.
      dropAll(
          ending.broken().<IOException>map(why -> new NetException(why, failed)).orElse(failed));
    }
  }

  /** What waits is still sent, and nothing after it. Never blocks. */
  void finish() {
    outbox.finish(new NetException(ended(), null));
  }

  /** The conversation has ended: what waits is dropped, which is told. Never blocks. */
  void dropAll() {
    dropAll(new NetException(ended(), null));
  }

  private void dropAll(IOException why) {
    int dropped = outbox.breakOff(why);
    if (dropped > 0) {
      recorder.failure(TEXT.get("event.unsent", dropped));
    }
  }

  private NetFailure ended() {
    return ending
        .broken()
        .orElseGet(() -> closed(TEXT.get("outbox.ended.title"), TEXT.get("outbox.ended.cause")));
  }

  private static NetFailure halfClosed() {
    return closed(TEXT.get("outbox.halfClosed.title"), TEXT.get("outbox.halfClosed.cause"));
  }

  private static NetFailure closed(String title, String cause) {
    return new NetFailure(
        NetFailure.Kind.CLOSED, title, cause, TEXT.get("outbox.ended.remedy"), "");
  }
}
