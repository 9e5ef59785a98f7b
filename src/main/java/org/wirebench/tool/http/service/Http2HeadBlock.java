package org.wirebench.tool.http.service;

import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetException;

/** A head that may come in several frames, with no other between them (RFC 9113 section 6.10). */
final class Http2HeadBlock {
  private static final int MOST_CONTINUATIONS = 64;

  private final Http2Heads heads;
  private @Nullable ByteArrayOutputStream block;
  private int stream;
  private int frames;
  private boolean ends;

  Http2HeadBlock(Http2Heads heads) {
    this.heads = heads;
  }

  /** A whole head, and whether the stream ends with it. */
  record Whole(ResponseHead head, boolean ends) {}

  /**
   * Checks that this frame may come now.
   *
   * @throws Http2Exception when a head has to go on before
   */
  void allow(Http2Frame frame) throws Http2Exception {
    boolean goesOn = frame.type() == Http2Frame.CONTINUATION;
    if ((block != null) != goesOn || (goesOn && frame.stream() != stream)) {
      throw Http2Exception.of(ErrorCode.PROTOCOL_ERROR, frame.toString());
    }
  }

  /**
   * Takes a frame of a head that is allowed.
   *
   * @return the head, where it is whole
   * @throws NetException when it is broken or too long
   * @throws HpackException.StreamException when it is whole, and malformed
   */
  @Nullable Whole take(Http2Frame frame) throws NetException, HpackException.StreamException {
    ByteArrayOutputStream collected = block;
    if (collected == null) {
      collected = new ByteArrayOutputStream();
      block = collected;
      stream = frame.stream();
      frames = 0;
      ends = frame.has(Http2Frame.END_STREAM);
    }
    collected.writeBytes(frame.content());
    frames++;
    if (collected.size() > HeadReader.LARGEST || frames > MOST_CONTINUATIONS) {
      throw HttpException.headTooLong(HeadReader.LARGEST);
    }
    if (!frame.has(Http2Frame.END_HEADERS)) {
      return null;
    }
    block = null;
    long size = collected.size() + (long) frames * Http2Frame.HEAD;
    return new Whole(heads.decode(collected.toByteArray(), size), ends);
  }
}
