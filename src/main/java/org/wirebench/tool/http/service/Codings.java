package org.wirebench.tool.http.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Takes content codings off a body (RFC 9110 section 8.4). */
final class Codings {
  /** What is asked for. */
  static final String ACCEPTED = "gzip, deflate, br";

  private static final int BUFFER = 16 * 1024;

  private Codings() {}

  /**
   * {@code in} with the codings taken off that are known; the first one that is not, and all that
   * were put on before it, stay.
   *
   * @param codings in the order in which they were put on, in lower case
   */
  static InputStream decoded(InputStream in, List<String> codings) {
    InputStream decoded = in;
    for (String coding : codings.reversed()) {
      InputStream below = decoded;
      switch (coding) {
        case "identity" -> {
          // Nothing was put on.
        }
        case "gzip", "x-gzip" ->
            decoded = new Late(coding, below, raw -> new GZIPInputStream(raw, BUFFER));
        case "deflate" -> decoded = new Late(coding, below, Codings::inflate);
        case "br" -> decoded = new Late(coding, below, raw -> new BrotliInputStream(raw, BUFFER));
        default -> {
          return decoded;
        }
      }
    }
    return decoded;
  }

  /** Whether {@link #decoded} takes all of these off. */
  static boolean areKnown(List<String> codings) {
    return List.of("identity", "gzip", "x-gzip", "deflate", "br").containsAll(codings);
  }

  /** With the header of zlib, as it should be, or without it, as some servers send it. */
  private static InputStream inflate(InputStream in) throws IOException {
    PushbackInputStream first = new PushbackInputStream(in, 1);
    int one = first.read();
    if (one >= 0) {
      first.unread(one);
    }
    boolean zlib = (one & 0x0f) == 8 && (one & 0x80) == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(first, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  private interface Opening {
    InputStream open(InputStream in) throws IOException;
  }

  /** A decoder that is made when the first byte is read, and says which coding is broken. */
  private static final class Late extends FilterInputStream {
    private final String coding;
    private final Watched below;
    private final Opening opening;
    private boolean open;

    Late(String coding, InputStream below, Opening opening) {
      super(new Watched(below));
      this.coding = coding;
      this.below = (Watched) in;
      this.opening = opening;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        if (!open) {
          if (below.isEmpty()) {
            // No body at all, as of HEAD, has no coding either.
            return -1;
          }
          in = opening.open(below);
          open = true;
        }
        return in.read(bytes, offset, length);
      } catch (IOException broken) {
        if (below.failed) {
          throw broken;
        }
        throw HttpException.badCoding(coding, broken);
      }
    }
  }

  /** Knows whether it was the network that failed. */
  private static final class Watched extends FilterInputStream {
    private boolean failed;

    Watched(InputStream in) {
      super(new PushbackInputStream(in, 1));
    }

    boolean isEmpty() throws IOException {
      int one = read();
      if (one >= 0) {
        ((PushbackInputStream) in).unread(one);
      }
      return one < 0;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException why) {
        failed = true;
        throw why;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException why) {
        failed = true;
        throw why;
      }
    }
  }
}
