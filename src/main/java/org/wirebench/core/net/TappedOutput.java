package org.wirebench.core.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger writing = new AtomicInteger();

  TappedOutput(OutputStream out, WireTap tap, TappedInput.Ending ending) {
    this.out = out;
    this.tap = tap;
    this.ending = ending;
  }

  /** Whether a thread is writing now, and possibly stuck in it. */
  boolean busy() {
    return writing.get() > 0;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    writing.incrementAndGet();
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
      writing.decrementAndGet();
    }
  }

  @Override
  public void close() {
    ending.close();
  }
}
