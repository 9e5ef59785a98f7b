package org.wirebench.tool.http.service;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.NetException;

/** The streams of a session, and what the server lets it do. Guarded by the lock of the session. */
final class Http2Streams {
  /** No frame that we send is longer, whatever the server takes. */
  private static final int LARGEST_SENT = 256 * 1024;

  private final Map<Integer, Http2Stream> open = new HashMap<>();
  private int next = 1;
  private int firstWindow = Http2Windows.FIRST;
  private int largestFrame = Http2Frame.LARGEST;
  private boolean goingAway;

  /** How much goes and comes of all streams. */
  final Http2Windows windows = new Http2Windows(Http2Windows.FIRST, Http2Windows.SESSION);

  Http2Stream open() {
    Http2Stream stream = new Http2Stream(next, firstWindow);
    next += 2;
    open.put(stream.id, stream);
    return stream;
  }

  /** The stream; null where nobody waits for it any more. */
  @Nullable Http2Stream get(int id) {
    return open.get(id);
  }

  /** The stream that will be opened next. */
  int next() {
    return next;
  }

  /** Breaks off all that are open; false where none is. */
  boolean stop(NetException why) {
    open.values().forEach(stream -> stream.stop(why));
    return !open.isEmpty();
  }

  /** No more of a stream is taken. */
  void forget(Http2Stream stream) {
    if (open.remove(stream.id) != null) {
      stream.data.forEach(piece -> windows.taken(piece.length));
      stream.data.clear();
    }
  }

  /** Whether another stream can be opened. */
  boolean canOpen() {
    return !goingAway && next > 0;
  }

  /** The server takes no other stream; what it does with those that it left out. */
  void goAway(int last, Consumer<Http2Stream> leftOut) {
    goingAway = true;
    open.values().stream().filter(stream -> stream.id > last).forEach(leftOut);
  }

  /**
   * The server says how much may be sent of each stream at first, which also counts for those that
   * are open (RFC 9113 section 6.9.2).
   *
   * @return false where a window becomes larger than it may be
   */
  boolean firstWindow(int size) {
    long by = (long) size - firstWindow;
    firstWindow = size;
    boolean fits = true;
    for (Http2Stream stream : open.values()) {
      fits &= stream.windows.widen(by);
    }
    return fits;
  }

  /** The server takes frames of so many bytes. */
  void largestFrame(int size) {
    largestFrame = Math.min(size, LARGEST_SENT);
  }

  /** How long a payload may be that is sent. */
  int largestFrame() {
    return largestFrame;
  }

  /** Whether bytes of it can be sent. */
  boolean canSend(Http2Stream stream) {
    return stream.windows.ours() > 0 && windows.ours() > 0;
  }

  /** Takes up to {@code wanted} bytes off the windows of a stream of which bytes can be sent. */
  int claim(Http2Stream stream, int wanted) {
    long most = Math.min(Math.min(stream.windows.ours(), windows.ours()), largestFrame);
    int part = (int) Math.min(wanted, most);
    stream.windows.sent(part);
    windows.sent(part);
    return part;
  }
}
