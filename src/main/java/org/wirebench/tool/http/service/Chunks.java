package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a body in chunks (RFC 9112 section 7.1), one for each piece that is written. */
final class Chunks extends OutputStream {
  private final OutputStream to;

  Chunks(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(length + 16);
      chunk.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
      chunk.write(bytes, offset, length);
      chunk.writeBytes("\r\n".getBytes(US_ASCII));
      to.write(chunk.toByteArray());
    }
  }

  /** Writes the last chunk, of no bytes. */
  void end() throws IOException {
    to.write("0\r\n\r\n".getBytes(US_ASCII));
  }
}
