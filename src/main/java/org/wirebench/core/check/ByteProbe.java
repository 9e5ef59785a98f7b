package org.wirebench.core.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.wirebench.core.bytes.WithoutMark;

/** Looks through bytes of any length, a window at a time. */
final class ByteProbe {
  /** How much of the bytes a regular expression sees. */
  static final int MATCH_LIMIT = 4 * 1024 * 1024;

  private static final int WINDOW = 64 * 1024;

  private final Value.Source source;
  private final Charset charset;

  ByteProbe(Value.Bytes bytes) {
    this.source = bytes.source();
    this.charset = bytes.charset();
  }

  boolean is(String text) throws IOException {
    Optional<byte[]> sought = encoded(text);
    return sought.isPresent() && source.whole() == sought.get().length && startsWith(text);
  }

  boolean startsWith(String text) throws IOException {
    Optional<byte[]> sought = encoded(text);
    return sought.isPresent()
        && source.size() >= sought.get().length
        && Arrays.equals(source.read(0, sought.get().length), sought.get());
  }

  boolean contains(String text) throws IOException {
    return count(text, 1) > 0;
  }

  /** How often {@code text} is in the bytes, no place overlapping another; it stops at a limit. */
  long count(String text, long limit) throws IOException {
    Optional<byte[]> encoded = encoded(text);
    if (encoded.isEmpty() || encoded.get().length == 0) {
      return encoded.isEmpty() ? 0 : 1;
    }
    byte[] sought = encoded.get();
    long count = 0;
    long position = 0;
    while (position + sought.length <= source.size() && count < limit) {
      byte[] window = source.read(position, WINDOW + sought.length - 1);
      if (window.length < sought.length) {
        return count;
      }
      int at = 0;
      while (at + sought.length <= window.length && at < WINDOW && count < limit) {
        if (isAt(window, at, sought)) {
          count++;
          at += sought.length;
        } else {
          at++;
        }
      }
      position += at;
    }
    return count;
  }

  private static boolean isAt(byte[] window, int at, byte[] sought) {
    return window[at] == sought[0]
        && Arrays.equals(window, at, at + sought.length, sought, 0, sought.length);
  }

  /** The beginning as text, for a regular expression. */
  String beginning() throws IOException {
    return beginning(MATCH_LIMIT);
  }

  String beginning(int bytes) throws IOException {
    return new String(source.read(0, bytes), charset);
  }

  boolean isWhole() {
    return source.size() <= MATCH_LIMIT;
  }

  private Optional<byte[]> encoded(String text) {
    if (!charset.canEncode()) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = WithoutMark.of(charset).newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return Optional.of(exact);
    } catch (CharacterCodingException notInCharset) {
      // Bytes of this charset cannot hold such a text.
      return Optional.empty();
    }
  }
}
