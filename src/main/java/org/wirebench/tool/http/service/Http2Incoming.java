package org.wirebench.tool.http.service;

import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetException;

/** The frames that a server sends, and what they change. Called under the lock of the session. */
final class Http2Incoming {
  private static final int SETTING = 6;

  private final Http2Streams streams;
  private final Http2Heads heads;
  private final Http2HeadBlock block;
  private final Http2Output out;

  Http2Incoming(Http2Streams streams, Http2Heads heads, Http2Output out) {
    this.streams = streams;
    this.heads = heads;
    this.block = new Http2HeadBlock(heads);
    this.out = out;
  }

  /**
   * Takes a frame.
   *
   * @throws NetException when it is an error of the whole connection
   */
  void take(Http2Frame frame) throws NetException {
    block.allow(frame);
    switch (frame.type()) {
      case Http2Frame.DATA -> data(frame);
      case Http2Frame.HEADERS, Http2Frame.CONTINUATION -> head(frame);
      case Http2Frame.RST_STREAM -> reset(frame);
      case Http2Frame.SETTINGS -> settings(frame);
      case Http2Frame.PING -> ping(frame);
      case Http2Frame.GOAWAY -> goAway(frame);
      case Http2Frame.WINDOW_UPDATE -> window(frame);
      case Http2Frame.PUSH_PROMISE ->
          throw Http2Exception.of(ErrorCode.PROTOCOL_ERROR, frame.toString());
      default -> {
        // What is not known is to be ignored (RFC 9113 section 4.1).
      }
    }
  }

  private void data(Http2Frame frame) throws NetException {
    frame.requireStream(true);
    byte[] content = frame.content();
    int length = frame.payload().length;
    if (!streams.windows.received(length)) {
      throw Http2Exception.of(ErrorCode.FLOW_CONTROL_ERROR, frame.toString());
    }
    Http2Stream stream = streams.get(frame.stream());
    if (stream == null || stream.broken != null) {
      streams.windows.taken(length);
      tell();
      return;
    }
    // Padding counts for the windows too (RFC 9113 section 6.9.1), and nobody takes it.
    streams.windows.taken(length - content.length);
    stream.windows.taken(length - content.length);
    if (stream.ended) {
      streams.windows.taken(content.length);
      fail(stream, ErrorCode.STREAM_CLOSED_ERROR, frame);
    } else if (stream.head == null) {
      // Malformed (RFC 9113 section 8.1).
      streams.windows.taken(content.length);
      fail(stream, ErrorCode.PROTOCOL_ERROR, frame);
    } else if (!stream.windows.received(length)) {
      streams.windows.taken(content.length);
      fail(stream, ErrorCode.FLOW_CONTROL_ERROR, frame);
    } else {
      if (content.length > 0) {
        stream.data.add(content);
      }
      stream.ended = frame.has(Http2Frame.END_STREAM);
      tell(stream);
    }
  }

  /** Lets the server send as much again as was taken of all, where that is worth a frame. */
  void tell() {
    int ofAll = streams.windows.tell();
    if (ofAll > 0) {
      out.post(windowUpdate(0, ofAll));
    }
  }

  /** As {@link #tell()}, and of this stream too. */
  void tell(Http2Stream stream) {
    tell();
    int ofStream = stream.ended ? 0 : stream.windows.tell();
    if (ofStream > 0) {
      out.post(windowUpdate(stream.id, ofStream));
    }
  }

  static Http2Frame windowUpdate(int stream, int by) {
    return new Http2Frame(Http2Frame.WINDOW_UPDATE, 0, stream, Http2Frame.bytes(by));
  }

  /** An error of a stream, which leaves the others (RFC 9113 section 5.4.2). */
  private void fail(Http2Stream stream, ErrorCode code, Http2Frame frame) {
    fail(stream, code, frame.toString());
  }

  private void fail(Http2Stream stream, ErrorCode code, String what) {
    stream.broken = Http2Exception.of(code, what);
    stream.reset = true;
    out.post(reset(stream, code));
  }

  static Http2Frame reset(Http2Stream stream, ErrorCode code) {
    return new Http2Frame(Http2Frame.RST_STREAM, 0, stream.id, Http2Frame.bytes(code.code));
  }

  private void head(Http2Frame frame) throws NetException {
    frame.requireStream(true);
    Http2Stream stream = streams.get(frame.stream());
    Http2HeadBlock.@Nullable Whole whole;
    try {
      whole = block.take(frame);
    } catch (HpackException.StreamException malformed) {
      // The table of the compression is as it has to be (RFC 9113 section 8.1.1).
      if (stream != null && stream.broken == null) {
        fail(stream, ErrorCode.PROTOCOL_ERROR, String.valueOf(malformed.getMessage()));
      }
      return;
    }
    if (whole == null || stream == null || stream.broken != null) {
      return;
    }
    if (stream.ended) {
      fail(stream, ErrorCode.STREAM_CLOSED_ERROR, frame);
    } else {
      take(stream, whole, frame);
    }
  }

  /** Interim heads, the head, and the trailers, which end the stream (RFC 9113 section 8.1). */
  private void take(Http2Stream stream, Http2HeadBlock.Whole whole, Http2Frame frame) {
    boolean trailers = stream.head != null;
    boolean interim = !trailers && whole.head().isInterim();
    if ((interim && whole.ends()) || (trailers && !whole.ends())) {
      fail(stream, ErrorCode.PROTOCOL_ERROR, frame);
      return;
    }
    stream.ended = whole.ends();
    if (trailers) {
      stream.trailers = whole.head().headers();
    } else if (interim) {
      stream.interim.add(whole.head());
    } else {
      stream.head = whole.head();
    }
  }

  private void reset(Http2Frame frame) throws NetException {
    frame.requireStream(true);
    frame.require(4);
    Http2Stream stream = streams.get(frame.stream());
    if (stream == null) {
      return;
    }
    stream.reset = true;
    int code = Http2Frame.int32(frame.payload(), 0);
    if (code == ErrorCode.NO_ERROR.code && stream.ended) {
      // The answer is whole, and the rest of the request is not wanted (RFC 9113 section 8.1).
      stream.unwanted = true;
      return;
    }
    stream.unprocessed = code == ErrorCode.REFUSED_STREAM_ERROR.code;
    stream.broken = HttpException.http2(Http2Exception.named(code), frame.toString());
  }

  private void settings(Http2Frame frame) throws NetException {
    frame.requireStream(false);
    byte[] payload = frame.payload();
    boolean ack = frame.has(Http2Frame.ACK);
    if (ack ? payload.length > 0 : payload.length % SETTING != 0) {
      throw Http2Exception.of(ErrorCode.FRAME_SIZE_ERROR, frame.toString());
    }
    for (int at = 0; at < payload.length; at += SETTING) {
      int name = (payload[at] & 0xff) << 8 | (payload[at + 1] & 0xff);
      setting(name, Integer.toUnsignedLong(Http2Frame.int32(payload, at + 2)));
    }
    if (!ack) {
      out.answer(new Http2Frame(Http2Frame.SETTINGS, Http2Frame.ACK, 0, new byte[0]));
    }
  }

  private void setting(int name, long value) throws NetException {
    switch (name) {
      case 1 -> heads.tableSize((int) Math.min(value, Integer.MAX_VALUE));
      case 4 -> {
        if (value > Integer.MAX_VALUE || !streams.firstWindow((int) value)) {
          throw Http2Exception.of(
              ErrorCode.FLOW_CONTROL_ERROR, "SETTINGS_INITIAL_WINDOW_SIZE " + value);
        }
      }
      case 5 -> {
        if (value < Http2Frame.LARGEST || value > 0xffffff) {
          throw Http2Exception.of(ErrorCode.PROTOCOL_ERROR, "SETTINGS_MAX_FRAME_SIZE " + value);
        }
        streams.largestFrame((int) value);
      }
      default -> {
        // Nothing that a client of this kind has to know.
      }
    }
  }

  private void ping(Http2Frame frame) throws NetException {
    frame.requireStream(false);
    frame.require(8);
    if (!frame.has(Http2Frame.ACK)) {
      out.answer(new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()));
    }
  }

  private void goAway(Http2Frame frame) throws NetException {
    frame.requireStream(false);
    if (frame.payload().length < 8) {
      throw Http2Exception.of(ErrorCode.FRAME_SIZE_ERROR, frame.toString());
    }
    String code = Http2Exception.named(Http2Frame.int32(frame.payload(), 4));
    streams.goAway(
        Http2Frame.int31(frame.payload(), 0),
        stream -> {
          stream.unprocessed = true;
          stream.broken = HttpException.http2(code, frame.toString());
        });
  }

  /** RFC 9113 sections 6.9 and 6.9.1. */
  private void window(Http2Frame frame) throws NetException {
    frame.require(4);
    int by = Http2Frame.int31(frame.payload(), 0);
    Http2Stream stream = streams.get(frame.stream());
    boolean ofAll = frame.stream() == 0;
    boolean fits;
    if (ofAll) {
      fits = streams.windows.widen(by);
    } else {
      fits = stream == null || stream.windows.widen(by);
    }
    if (by > 0 && fits) {
      return;
    }
    ErrorCode code = by == 0 ? ErrorCode.PROTOCOL_ERROR : ErrorCode.FLOW_CONTROL_ERROR;
    if (ofAll) {
      throw Http2Exception.of(code, frame.toString());
    } else if (stream != null && stream.broken == null) {
      fail(stream, code, frame);
    }
  }

  /** Says why the connection ends (RFC 9113 section 5.4.1). */
  void sayGoodbye(int code) {
    byte[] payload = new byte[8];
    System.arraycopy(Http2Frame.bytes(code), 0, payload, 4, 4);
    out.post(new Http2Frame(Http2Frame.GOAWAY, 0, 0, payload));
  }
}
