package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wirebench.tool.socket.request.BytePattern;

/**
 * What came and was not yet waited for. It holds at most {@value #LIMIT} bytes; beyond that the
 * oldest are forgotten, since nobody looks for something that long ago. But nothing is forgotten
 * that was not looked through, unless nobody looks: who looks may be slower than what comes.
 */
final class Inbox {
  /** How many bytes are looked through at most. */
  static final int LIMIT = 1 << 20;

  private byte[] bytes = new byte[8192];
  private int length;

  /** How many bytes were forgotten since the last wait; nobody can look at them, but they came. */
  private long unseen;

  private boolean ended;
  private boolean expired;
  private boolean lookedThrough;
  private boolean away;
  private boolean finished;
  private long news;

  /** Waits while it is full of what nobody has looked through, and somebody will. */
  synchronized void add(byte[] source, int offset, int count) throws InterruptedException {
    int take = Math.min(count, LIMIT);
    while (length + take > LIMIT && !away && !isLookedThrough()) {
      wait();
    }
    int from = offset + count - take;
    int tooMany = Math.max(0, length + take - LIMIT);
    forget(tooMany);
    unseen += tooMany + (count - take);
    if (length + take > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(LIMIT, Math.max(2 * bytes.length, length + take)));
    }
    System.arraycopy(source, from, bytes, length, take);
    length += take;
    tell();
  }

  synchronized void end() {
    ended = true;
    tell();
  }

  /** Waits for a match, and forgets everything up to its end. */
  synchronized BytePattern.Found await(BytePattern.Finder finder)
      throws IOException, InterruptedException {
    while (true) {
      Optional<BytePattern.Found> found = finder.find(bytes, length);
      if (found.isPresent()) {
        forget(found.get().end());
        unseen = 0;
        return found.get();
      }
      awaitMore();
    }
  }

  /** Waits for so many bytes, and forgets them. */
  synchronized void await(int count) throws IOException, InterruptedException {
    long missing = count;
    while (missing > unseen + length) {
      missing -= unseen + length;
      unseen = 0;
      length = 0;
      awaitMore();
    }
    long old = Math.min(missing, unseen);
    unseen -= old;
    forget((int) (missing - old));
  }

  /**
   * Waits for the end of what comes, but not for long.
   *
   * @return whether it has come
   */
  synchronized boolean settles(Duration limit) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    long left = until - System.nanoTime();
    while (!ended && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = until - System.nanoTime();
    }
    return ended;
  }

  /** Waits for the end of what comes. */
  synchronized void awaitEnd() throws IOException, InterruptedException {
    while (!ended) {
      length = 0;
      awaitNews();
    }
  }

  private void awaitMore() throws IOException, InterruptedException {
    if (ended) {
      throw new EndedException();
    }
    awaitNews();
  }

  private void awaitNews() throws ExpiredException, InterruptedException {
    long before = news;
    while (news == before) {
      checkTime();
      lookedThrough = true;
      notifyAll();
      wait();
    }
    checkTime();
  }

  private void checkTime() throws ExpiredException {
    if (expired) {
      throw new ExpiredException();
    }
  }

  /** Whoever waits, now or later, has waited long enough. */
  synchronized void expire() {
    expired = true;
    tell();
  }

  /**
   * Waits until all that came was looked through, and whoever looks waits for more, or will look no
   * more.
   */
  synchronized void awaitLookedThrough() throws InterruptedException {
    while (!isLookedThrough()) {
      wait();
    }
  }

  private boolean isLookedThrough() {
    return lookedThrough || finished || expired;
  }

  /** Nobody looks until {@link #lookAgain}: what comes meanwhile keeps nobody waiting. */
  synchronized void lookAway() {
    away = true;
    notifyAll();
  }

  /** Somebody looks, or will. */
  synchronized void lookAgain() {
    away = false;
  }

  /** Nobody will look any more. */
  synchronized void finish() {
    finished = true;
    notifyAll();
  }

  private void tell() {
    lookedThrough = false;
    news++;
    notifyAll();
  }

  synchronized boolean isExpired() {
    return expired;
  }

  /** Nothing more comes, and what was waited for has not come. */
  static final class EndedException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** What was waited for has not come in time. */
  static final class ExpiredException extends IOException {
    private static final long serialVersionUID = 1;
  }

  private void forget(int count) {
    System.arraycopy(bytes, count, bytes, 0, length - count);
    length -= count;
  }
}
