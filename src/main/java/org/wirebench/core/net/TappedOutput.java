package org.wirebench.core.net;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.wirebench.core.wire.WireTap;

/**
 * Records what is written, before it is sent, so that an answer is never recorded before its
 * question. Large writes go in pieces, so that little is recorded that could not be sent any more.
 */
final class TappedOutput extends OutputStream {
  private static final int PIECE = 256 * 1024;

  private final OutputStream out;
  private final WireTap tap;
  private final TappedInput.Ending ending;
  private final Lock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();

  /** Threads that write now. Guarded by the lock. */
  private int writing;

  TappedOutput(OutputStream out, WireTap tap, TappedInput.Ending ending) {
    this.out = out;
    this.tap = tap;
    this.ending = ending;
  }

  /** Whether a thread is writing now, and possibly stuck in it. */
  boolean busy() {
    lock.lock();
    try {
      return writing > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no thread writes any more, so long at most, or until it is interrupted. */
  void awaitWritten(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (writing > 0 && left > 0) {
        left = written.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void count(int change) {
    lock.lock();
    try {
      writing += change;
      if (writing == 0) {
        written.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    count(1);
    try {
      for (int done = 0; done < length; ) {
        int piece = Math.min(PIECE, length - done);
        tap.sent(bytes, offset + done, piece);
        out.write(bytes, offset + done, piece);
        done += piece;
      }
    } catch (IOException why) {
      ending.failed(why);
      throw why;
    } finally {
      count(-1);
    }
  }

  @Override
  public void close() {
    ending.close();
  }
}
