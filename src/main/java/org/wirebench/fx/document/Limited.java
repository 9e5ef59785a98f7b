package org.wirebench.fx.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Takes so many bytes into the heap, and stops whoever writes more. */
final class Limited extends OutputStream {
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final int most;

  Limited(int most) {
    this.most = most;
  }

  /** What writes. */
  interface Writing {
    void run() throws IOException;
  }

  /** It is full. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Has {@code writing} write here; returns whether that was all of it. */
  boolean take(Writing writing) throws IOException {
    try {
      writing.run();
      return true;
    } catch (Full enough) {
      return false;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int room = Math.min(length, most - taken.size());
    taken.write(bytes, offset, room);
    if (room < length) {
      throw new Full();
    }
  }

  /** What was taken. */
  String text(Charset charset) {
    return taken.toString(charset);
  }
}
