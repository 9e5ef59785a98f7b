package org.wirebench.core.net;

import java.io.IOException;
import java.io.InputStream;
import org.wirebench.core.wire.WireTap;

/** Records what is read, and tells how the other side ended. */
final class TappedInput extends InputStream {
  private final InputStream in;
  private final WireTap tap;
  private final Ending ending;

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

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(bytes, offset, length);
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

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() {
    ending.close();
  }
}
