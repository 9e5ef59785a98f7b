package org.wirebench.core.net;

import java.io.IOException;
import java.io.InputStream;
import org.wirebench.core.wire.WireTap;

/** Records what is read, and tells how the other side ended. */
final class TappedInput extends InputStream {
  private static final int NOTHING = -1;

  private final InputStream in;
  private final WireTap tap;
  private final Ending ending;

  /** A byte that was looked at. */
  private int ahead = NOTHING;

  /** Hears of the end, and closes. */
  interface Ending {
    /**
     * The input ended in order.
     *
     * @throws IOException when it is known meanwhile that it did not
     */
    void inputEnded() throws IOException;

    /** Reading or writing failed. */
    void failed(IOException why);

    void close();
  }

  TappedInput(InputStream in, WireTap tap, Ending ending) {
    this.in = in;
    this.tap = tap;
    this.ending = ending;
  }

  /** Reads a byte if there is one; see {@link StreamConnection#readNow}. */
  @FunctionalInterface
  interface Probe {
    int read(byte[] one) throws IOException;
  }

  /** What is there to be read, which is recorded when it is. */
  Connection.Pending pending(Probe probe) throws IOException {
    if (ahead == NOTHING) {
      byte[] one = new byte[1];
      int got = probe.read(one);
      if (got <= 0) {
        return got == 0 ? Connection.Pending.NOTHING : Connection.Pending.END;
      }
      ahead = one[0] & 0xff;
    }
    return Connection.Pending.BYTES;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = fill(bytes, offset, length);
    } catch (IOException why) {
      ending.failed(why);
      throw why;
    }
    if (count > 0) {
      tap.received(bytes, offset, count);
    } else if (count < 0) {
      ending.inputEnded();
    }
    return count;
  }

  private int fill(byte[] bytes, int offset, int length) throws IOException {
    if (ahead == NOTHING || length == 0) {
      return in.read(bytes, offset, length);
    }
    bytes[offset] = (byte) ahead;
    ahead = NOTHING;
    int more = Math.min(in.available(), length - 1);
    return 1 + Math.max(0, more > 0 ? in.read(bytes, offset + 1, more) : 0);
  }

  @Override
  public int available() throws IOException {
    return in.available() + (ahead == NOTHING ? 0 : 1);
  }

  @Override
  public void close() {
    ending.close();
  }
}
