package org.wirebench.tool.http.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/**
 * Who reads the frames of a connection, and who waits for what they change. A thread that reads
 * cannot be told to stop. So who has to be told waits without reading, and is read for: by a thread
 * that waits for something itself, or that reads for the others for a while.
 */
final class Http2Turns {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<BooleanSupplier> waiting = new ArrayList<>();
  private final JobClock clock;
  private final Watch watch;
  private final Http2Input in;
  private final Frames frames;
  private boolean someoneReads;
  private @Nullable IOException broken;

  /** What is done with a frame. Called under the lock. */
  @FunctionalInterface
  interface Frames {
    /**
     * Takes a frame.
     *
     * @throws IOException when nothing else can be taken
     */
    void take(Http2Frame frame) throws IOException;
  }

  /**
   * @param watch says how long may be waited for a frame, and ends what waits longer
   */
  Http2Turns(Http2Input in, Frames frames, Watch watch, JobClock clock) {
    this.in = in;
    this.frames = frames;
    this.watch = watch;
    this.clock = clock;
  }

  /** Asks for something under the lock. */
  <T extends @Nullable Object> T ask(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /** Changes something that others may wait for. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more can be read or written. */
  void fail(IOException why) {
    change(() -> broken = broken == null ? why : broken);
  }

  /** Whether reading or writing has failed. */
  boolean isBroken() {
    return ask(() -> broken != null);
  }

  /** Takes what is there, and waits for nothing but the rest of a frame. */
  void takeReady() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (broken == null && in.isReady()) {
        read(null);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until {@code there}, which is asked under the lock, reading frames meanwhile unless
   * somebody else does. It is asked again when the time of the exchange is up.
   *
   * @throws IOException when the connection breaks before
   */
  void await(BooleanSupplier there) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!there.getAsBoolean()) {
        check();
        if (someoneReads) {
          changed.await();
        } else {
          read(watch.left());
          watch.check();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #await}, without ever reading: for who has to go on as soon as another thread makes
   * it so.
   */
  void awaitOthers(BooleanSupplier there) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    waiting.add(there);
    changed.signalAll();
    try {
      while (!there.getAsBoolean()) {
        check();
        changed.await();
      }
    } finally {
      waiting.remove(there);
      lock.unlock();
    }
  }

  /**
   * Waits until {@code there}, and reads for those who wait for others.
   *
   * @param longest how long at most
   * @return whether it is so
   */
  boolean awaitReadingForOthers(BooleanSupplier there, Duration longest)
      throws InterruptedException {
    long end = clock.nanos() + longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (!there.getAsBoolean()) {
        long left = end - clock.nanos();
        if (left <= 0) {
          return false;
        }
        if (broken == null && !someoneReads && isSomeoneStuck()) {
          read(Duration.ofNanos(left));
        } else {
          boolean _ = changed.await(left, TimeUnit.NANOSECONDS);
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Who was given what he waited for says nothing until he runs, and needs no frame. */
  private boolean isSomeoneStuck() {
    return waiting.stream().anyMatch(there -> !there.getAsBoolean());
  }

  private void check() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  /** Reads a frame, without the lock, and takes it; so long at most, where that is limited. */
  private void read(@Nullable Duration longest) {
    someoneReads = true;
    lock.unlock();
    @Nullable IOException why = null;
    @Nullable Http2Frame frame = null;
    try {
      frame = longest == null ? in.read() : in.read(longest);
    } catch (IOException failed) {
      why = failed;
    } finally {
      lock.lock();
      someoneReads = false;
      changed.signalAll();
    }
    try {
      if (frame != null) {
        frames.take(frame);
      }
    } catch (IOException failed) {
      why = failed;
    }
    if (why != null && broken == null) {
      broken = why;
    }
  }
}
