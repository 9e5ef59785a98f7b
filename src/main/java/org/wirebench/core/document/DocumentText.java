package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * The bytes of a document in a charset that the views can read. They look for line ends and quotes
 * as bytes; where a charset has these as parts of other characters, as UTF-16 does, they read a
 * copy in UTF-8 that is made here. Offsets are then those of the copy.
 */
public final class DocumentText implements AutoCloseable {
  private static final int STEP = 64 * 1024;

  private final ByteStore source;
  private final Charset sourceCharset;
  private final @Nullable ByteStore copy;
  private final CharsetDecoder decoder;
  private final byte[] chunk = new byte[STEP];
  private final CharBuffer characters = CharBuffer.allocate(STEP);

  /** How many bytes at the front of {@link #chunk} are the beginning of a character. */
  private int left;

  private long read;

  /**
   * @param source the document; stays open when this is closed
   * @param stores where the copy grows, if one is needed
   */
  public DocumentText(ByteStore source, Charset charset, ByteStores stores) {
    this.source = source;
    this.sourceCharset = charset;
    this.copy = Ascii.isIn(charset) ? null : stores.create();
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /** What the views read. */
  public ByteStore bytes() {
    return copy == null ? source : copy;
  }

  /** What {@link #bytes()} is in. */
  public Charset charset() {
    return copy == null ? sourceCharset : UTF_8;
  }

  /** Whether {@link #bytes()} is a copy. */
  public boolean isCopy() {
    return copy != null;
  }

  /**
   * Copies what came since the last time, if that is needed; before the views take it in.
   *
   * @throws IOException when the document cannot be read, or the disk is full
   */
  public void update(JobContext context) throws IOException {
    if (copy != null) {
      copy(context, false);
    }
  }

  /** Like {@link #update}, and nothing will come any more. */
  public void finish(JobContext context) throws IOException {
    if (copy != null) {
      copy(context, true);
    }
  }

  private void copy(JobContext context, boolean last) throws IOException {
    long size = source.size();
    while (read < size) {
      context.checkCancelled();
      int more = source.read(read, chunk, left, (int) Math.min(STEP - left, size - read));
      read += more;
      decode(left + more, last && read == size);
      context.progress(read, size, Progress.Unit.BYTES);
    }
    if (last && left > 0) {
      decode(left, true);
    }
  }

  private void decode(int length, boolean end) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(chunk, 0, length);
    while (decoder.decode(in, characters, end).isOverflow()) {
      flush();
    }
    left = in.remaining();
    in.get(chunk, 0, left);
    flush();
  }

  private void flush() throws IOException {
    characters.flip();
    // A pair is never torn apart: a decoder writes both of it or neither.
    Objects.requireNonNull(copy).append(UTF_8.encode(characters));
    characters.clear();
  }

  /** Deletes the copy. */
  @Override
  public void close() throws IOException {
    if (copy != null) {
      copy.close();
    }
  }
}
