package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetException;

/**
 * What came for one request of HTTP/2, and what may be sent. Guarded by the lock of its session.
 */
final class Http2Stream {
  final int id;
  final List<ResponseHead> interim = new ArrayList<>();
  final Deque<byte[]> data = new ArrayDeque<>();
  volatile @Nullable ResponseHead head;
  volatile List<HeaderField> trailers = List.of();

  /** How much may be sent of it, and how much may come. */
  final Http2Windows windows;

  /** Whether the server has ended its direction. */
  volatile boolean ended;

  /** Whether we have ended ours. */
  volatile boolean sent;

  /** Why it was broken off. */
  volatile @Nullable NetException broken;

  /** Whether the server wants no more of the request, and has answered it all the same. */
  volatile boolean unwanted;

  /** Whether one side has reset it (RFC 9113 section 6.4). */
  boolean reset;

  /** Whether no more of the request is written, for whatever reason. */
  boolean written;

  /** Whether the server has done nothing with it, so that it may be sent again. */
  volatile boolean unprocessed;

  Http2Stream(int id, long sendWindow) {
    this.id = id;
    this.windows = new Http2Windows(sendWindow, Http2Windows.STREAM);
  }

  /** Breaks it off, unless it is already. */
  void stop(NetException why) {
    if (broken == null) {
      broken = why;
    }
  }

  /** Whether both directions have ended, or one side has reset it (RFC 9113 section 5.1). */
  boolean isClosed() {
    return reset || (sent && ended);
  }

  /** Whether nothing more can be sent. */
  boolean isOver() {
    return broken != null || unwanted;
  }

  /**
   * Checks that more can be sent.
   *
   * @throws IOException why not
   */
  void check() throws IOException {
    NetException why = broken;
    if (why != null) {
      throw why;
    }
    if (unwanted) {
      throw HttpException.http2("NO_ERROR", "the answer came first");
    }
  }
}
