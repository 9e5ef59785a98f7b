package org.wirebench.tool.http.har;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bytes that become letters, in whatever pieces they come. */
abstract class Decoding extends OutputStream {
  private static final int BUFFER = 8 * 1024;

  private final CharsetDecoder decoder;
  private final CharBuffer letters = CharBuffer.allocate(BUFFER);

  /** No letter needs more than this. */
  private final ByteBuffer rest = ByteBuffer.allocate(64).flip();

  /**
   * @param onFault what is done with bytes that are no letters
   */
  Decoding(Charset charset, CodingErrorAction onFault) {
    decoder = charset.newDecoder().onMalformedInput(onFault).onUnmappableCharacter(onFault);
  }

  /** Takes letters; none after {@link #fault}. */
  abstract void take(CharBuffer some) throws IOException;

  /** Bytes came that are no letters. */
  abstract void fault();

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int end = offset + length;
    // What was left over goes on with the first of these, one by one.
    while (rest.hasRemaining() && at < end) {
      rest.compact().put(bytes[at++]).flip();
      decode(rest, false);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, at, end - at);
    decode(in, false);
    if (in.hasRemaining() && in.remaining() < rest.capacity()) {
      rest.clear().put(in).flip();
    }
  }

  private void decode(ByteBuffer in, boolean ends) throws IOException {
    while (true) {
      CoderResult result = decoder.decode(in, letters, ends);
      drain();
      if (result.isError()) {
        fault();
        in.position(in.limit());
        return;
      }
      if (result.isUnderflow()) {
        return;
      }
    }
  }

  private void drain() throws IOException {
    take(letters.flip());
    letters.clear();
  }

  /** No more come. */
  @Override
  public void close() throws IOException {
    decode(rest, true);
    while (decoder.flush(letters).isOverflow()) {
      drain();
    }
    drain();
  }
}
