package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Frames as they go out. What is posted goes with what is written next, so that who reads frames
 * never waits for a server that reads none. Safe for use by any thread.
 */
final class Http2Output {
  /** How many frames may wait; a server that reads what it is sent leaves but a few. */
  static final int MOST_POSTED = 1000;

  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private ByteArrayOutputStream posted = new ByteArrayOutputStream();
  private int count;

  Http2Output(OutputStream out) {
    this.out = out;
  }

  /** Something that is written. */
  @FunctionalInterface
  interface Bytes {
    byte[] bytes();
  }

  /** Leaves a frame to whoever writes next. Never blocks. */
  synchronized void post(Http2Frame frame) {
    count++;
    posted.writeBytes(frame.bytes());
  }

  /**
   * Posts a frame that the server has asked for.
   *
   * @throws Http2Exception when it asks and asks, and takes none
   */
  synchronized void answer(Http2Frame frame) throws Http2Exception {
    if (count >= MOST_POSTED) {
      throw Http2Exception.flood(count);
    }
    post(frame);
  }

  private synchronized boolean hasPosted() {
    return count > 0;
  }

  private synchronized byte[] takePosted() {
    byte[] bytes = posted.toByteArray();
    posted = new ByteArrayOutputStream();
    count = 0;
    return bytes;
  }

  /** Whether something was posted, and nobody is there who would write it. */
  boolean wantsWriter() {
    return hasPosted() && !writing.isLocked();
  }

  /**
   * Writes what was posted, and then this.
   *
   * @param maker makes it, in the order in which such things go out
   */
  <T extends Bytes> T write(Supplier<T> maker) throws IOException {
    T made;
    writing.lock();
    try {
      writePosted();
      made = maker.get();
      out.write(made.bytes());
    } finally {
      writing.unlock();
    }
    flush();
    return made;
  }

  /** Writes what was posted, and then these. */
  void write(byte[] bytes) throws IOException {
    Bytes _ = write(() -> () -> bytes);
  }

  private void writePosted() throws IOException {
    if (hasPosted()) {
      out.write(takePosted());
    }
  }

  /** Writes what was posted, unless somebody is writing, who will do that. */
  void flush() throws IOException {
    while (hasPosted() && writing.tryLock()) {
      try {
        writePosted();
      } finally {
        writing.unlock();
      }
    }
  }
}
