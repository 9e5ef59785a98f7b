package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http2.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.Connection;

/**
 * The frames of one connection of HTTP/2 (RFC 9113). It has no thread of its own: whoever waits for
 * something reads frames, for all streams, until it is there. Threads of one job may use it at
 * once.
 */
final class Http2Session {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  /** How much a server may send of one stream before we have taken it. */
  private static final int STREAM_WINDOW = 1 << 20;

  /** How much a server may send of all streams before we have taken it. */
  private static final int SESSION_WINDOW = 16 << 20;

  private static final int FIRST_WINDOW = 65_535;
  private static final int MOST_CONTINUATIONS = 64;

  private final Connection connection;
  private final InputStream in;
  private final Http2Heads heads = new Http2Heads();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<Integer, Http2Stream> streams = new HashMap<>();

  private int nextStream = 1;
  private long sendWindow = FIRST_WINDOW;
  private int firstSendWindow = FIRST_WINDOW;
  private int largestFrame = Http2Frame.LARGEST;
  private int untold;
  private boolean someoneReads;
  private boolean goingAway;
  private @Nullable IOException broken;

  /** A head that goes on in further frames. For the thread that reads. */
  private @Nullable ByteArrayOutputStream block;

  private int blockStream;
  private int blockFrames;
  private boolean blockEnds;

  /**
   * Greets the server.
   *
   * @throws IOException when it is gone already
   */
  Http2Session(Connection connection) throws IOException {
    this.connection = connection;
    this.in = new BufferedInputStream(connection.in(), 64 * 1024);
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    hello.writeBytes(PREFACE);
    ByteArrayOutputStream settings = new ByteArrayOutputStream();
    setting(2, 0, settings);
    setting(4, STREAM_WINDOW, settings);
    setting(6, HeadReader.LARGEST, settings);
    hello.writeBytes(new Http2Frame(Http2Frame.SETTINGS, 0, 0, settings.toByteArray()).bytes());
    hello.writeBytes(windowUpdate(0, SESSION_WINDOW - FIRST_WINDOW).bytes());
    connection.out().write(hello.toByteArray());
  }

  private static void setting(int name, int value, ByteArrayOutputStream to) {
    to.write(name >>> 8);
    to.write(name);
    to.writeBytes(Http2Frame.bytes(value));
  }

  private static Http2Frame windowUpdate(int stream, int by) {
    return new Http2Frame(Http2Frame.WINDOW_UPDATE, 0, stream, Http2Frame.bytes(by));
  }

  /** Whether another request can be sent. */
  boolean isUsable() {
    lock.lock();
    try {
      return broken == null && !goingAway && nextStream > 0 && !connection.isClosed();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what came while there was no request.
   *
   * @return whether another one can be sent
   */
  boolean isFit() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isUsable()) {
        switch (in.available() > 0 ? Connection.Pending.BYTES : connection.pending()) {
          case NOTHING -> {
            return true;
          }
          case BYTES, END -> readOne();
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends the head of a request.
   *
   * @param ends whether there is no body
   * @return the stream, and how many bytes its frames took
   */
  Opened open(List<HeaderField> fields, boolean ends) throws IOException {
    writing.lock();
    try {
      Http2Stream stream;
      byte[] head;
      lock.lock();
      try {
        stream = new Http2Stream(nextStream, firstSendWindow);
        nextStream += 2;
        streams.put(stream.id, stream);
        head = heads.encode(fields);
      } finally {
        lock.unlock();
      }
      return new Opened(stream, sendHead(stream.id, head, ends));
    } finally {
      writing.unlock();
    }
  }

  /** A stream that was opened, and how many bytes its head took. */
  record Opened(Http2Stream stream, long bytes) {}

  private long sendHead(int id, byte[] head, boolean ends) throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    int from = 0;
    do {
      int to = Math.min(head.length, from + largestFrame);
      int flags = to == head.length ? Http2Frame.END_HEADERS : 0;
      if (from == 0 && ends) {
        flags |= Http2Frame.END_STREAM;
      }
      int type = from == 0 ? Http2Frame.HEADERS : Http2Frame.CONTINUATION;
      frames.writeBytes(
          new Http2Frame(type, flags, id, Arrays.copyOfRange(head, from, to)).bytes());
      from = to;
    } while (from < head.length);
    connection.out().write(frames.toByteArray());
    return frames.size();
  }

  /**
   * Sends bytes of a body, as the server lets us.
   *
   * @param ends whether they are the last
   * @param window waits for a place in the windows
   */
  void send(Http2Stream stream, byte[] bytes, int offset, int length, boolean ends, Waiting window)
      throws IOException, InterruptedException {
    int from = offset;
    int left = length;
    do {
      stream.check();
      int part = left == 0 ? 0 : claim(stream, left, window);
      boolean last = ends && part == left;
      byte[] piece = Arrays.copyOfRange(bytes, from, from + part);
      write(new Http2Frame(Http2Frame.DATA, last ? Http2Frame.END_STREAM : 0, stream.id, piece));
      from += part;
      left -= part;
    } while (left > 0);
  }

  /** Waits until some of {@code wanted} bytes may be sent, and takes them off the windows. */
  private int claim(Http2Stream stream, int wanted, Waiting window)
      throws IOException, InterruptedException {
    window.until(() -> stream.isOver() || (stream.sendWindow > 0 && sendWindow > 0));
    lock.lock();
    try {
      stream.check();
      long most = Math.min(Math.min(stream.sendWindow, sendWindow), largestFrame);
      int part = (int) Math.max(1, Math.min(wanted, most));
      stream.sendWindow -= part;
      sendWindow -= part;
      return part;
    } finally {
      lock.unlock();
    }
  }

  private void write(Http2Frame frame) throws IOException {
    writing.lock();
    try {
      connection.out().write(frame.bytes());
    } finally {
      writing.unlock();
    }
  }

  /** Ends what is sent on a stream, also where that waits for a window. */
  void stop(Http2Stream stream, HttpException why) {
    lock.lock();
    try {
      stream.broken = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Tells the server that nobody waits for a stream any more. */
  void giveUp(Http2Stream stream) throws IOException {
    forget(stream);
    write(
        new Http2Frame(
            Http2Frame.RST_STREAM,
            0,
            stream.id,
            Http2Frame.bytes(ErrorCode.CANCEL_STREAM_ERROR.code)));
  }

  /** The next bytes of a stream that came; null where none wait. */
  byte @Nullable [] poll(Http2Stream stream) {
    lock.lock();
    try {
      return stream.data.poll();
    } finally {
      lock.unlock();
    }
  }

  /** No more of a stream is taken. */
  void forget(Http2Stream stream) {
    lock.lock();
    try {
      stream.data.forEach(piece -> untold += piece.length);
      stream.data.clear();
      streams.remove(stream.id);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Bytes of a stream were taken: the server may send as many again.
   *
   * @param more whether more of it is expected
   */
  void taken(Http2Stream stream, int bytes, boolean more) throws IOException {
    int ofSession = 0;
    int ofStream = 0;
    lock.lock();
    try {
      untold += bytes;
      stream.untold += bytes;
      if (untold >= SESSION_WINDOW / 2) {
        ofSession = untold;
        untold = 0;
      }
      if (more && stream.untold >= STREAM_WINDOW / 2) {
        ofStream = stream.untold;
        stream.untold = 0;
      }
    } finally {
      lock.unlock();
    }
    if (ofSession > 0) {
      write(windowUpdate(0, ofSession));
    }
    if (ofStream > 0) {
      write(windowUpdate(stream.id, ofStream));
    }
  }

  /**
   * Waits until {@code there}, which is asked under the lock, reading frames meanwhile unless
   * somebody else does.
   *
   * @throws IOException when the connection breaks before
   */
  void await(BooleanSupplier there) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!there.getAsBoolean()) {
        if (broken != null) {
          throw broken;
        }
        if (someoneReads) {
          changed.await();
        } else {
          readOne();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until {@code there}, which is asked under the lock, while somebody else reads frames, at
   * least until the stream is answered. Who reads cannot be told to stop waiting, so this is for
   * whom another thread wants to stop.
   *
   * @throws IOException when the connection breaks before
   */
  void awaitOthers(Http2Stream stream, BooleanSupplier there)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!there.getAsBoolean()) {
        if (broken != null) {
          throw broken;
        }
        if (stream.answered && !someoneReads) {
          readOne();
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The answer of a stream was taken to its end: who sends on has to read on. */
  void answered(Http2Stream stream) {
    lock.lock();
    try {
      stream.answered = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something is so. */
  @FunctionalInterface
  interface Waiting {
    void until(BooleanSupplier there) throws IOException, InterruptedException;
  }

  private void readOne() throws IOException {
    someoneReads = true;
    lock.unlock();
    @Nullable IOException why = null;
    @Nullable Http2Frame frame = null;
    try {
      frame = Http2Frame.read(in);
      if (frame == null) {
        why = HttpException.noAnswer(0);
      }
    } catch (EOFException early) {
      why = HttpException.noAnswer(1);
    } catch (IOException failed) {
      why = failed;
    } finally {
      lock.lock();
      someoneReads = false;
      changed.signalAll();
    }
    try {
      if (frame != null) {
        take(frame);
      }
    } catch (IOException failed) {
      why = failed;
    }
    if (why != null && broken == null) {
      broken = why;
    }
  }

  private void take(Http2Frame frame) throws IOException {
    if (block != null && frame.type() != Http2Frame.CONTINUATION) {
      throw HttpException.http2("PROTOCOL_ERROR", frame.toString());
    }
    switch (frame.type()) {
      case Http2Frame.DATA -> data(frame);
      case Http2Frame.HEADERS, Http2Frame.CONTINUATION -> head(frame);
      case Http2Frame.RST_STREAM -> reset(frame);
      case Http2Frame.SETTINGS -> settings(frame);
      case Http2Frame.PING -> ping(frame);
      case Http2Frame.GOAWAY -> goAway(frame);
      case Http2Frame.WINDOW_UPDATE -> window(frame);
      case Http2Frame.PUSH_PROMISE -> throw HttpException.http2("PROTOCOL_ERROR", frame.toString());
      default -> {
        // What is not known is to be ignored (RFC 9113 section 4.1).
      }
    }
  }

  private void data(Http2Frame frame) throws IOException {
    Http2Stream stream = streams.get(frame.stream());
    byte[] content = frame.content();
    int unseen = frame.payload().length - (stream == null ? 0 : content.length);
    if (stream != null) {
      if (content.length > 0) {
        stream.data.add(content);
      }
      padded(stream, frame.payload().length - content.length);
      stream.ended |= frame.has(Http2Frame.END_STREAM);
    }
    untold += unseen;
  }

  /** Padding counts for the windows too (RFC 9113 section 6.9.1), and nobody takes it. */
  private void padded(Http2Stream stream, int padding) throws IOException {
    stream.untold += padding;
    if (padding > 0 && stream.untold >= STREAM_WINDOW / 2 && !stream.ended) {
      write(windowUpdate(stream.id, stream.untold));
      stream.untold = 0;
    }
  }

  private void head(Http2Frame frame) throws IOException {
    if (frame.type() == Http2Frame.HEADERS) {
      block = new ByteArrayOutputStream();
      blockStream = frame.stream();
      blockFrames = 0;
      blockEnds = frame.has(Http2Frame.END_STREAM);
    }
    ByteArrayOutputStream collected = block;
    if (collected == null || frame.stream() != blockStream) {
      throw HttpException.http2("PROTOCOL_ERROR", frame.toString());
    }
    collected.writeBytes(frame.content());
    blockFrames++;
    if (collected.size() > HeadReader.LARGEST || blockFrames > MOST_CONTINUATIONS) {
      throw HttpException.headTooLong(HeadReader.LARGEST);
    }
    if (frame.has(Http2Frame.END_HEADERS)) {
      block = null;
      long size = collected.size() + (long) blockFrames * Http2Frame.HEAD;
      headCame(heads.decode(collected.toByteArray(), size));
    }
  }

  private void headCame(ResponseHead head) {
    Http2Stream stream = streams.get(blockStream);
    if (stream == null) {
      return;
    }
    stream.ended |= blockEnds;
    if (stream.head != null) {
      stream.trailers = head.headers();
    } else if (head.isInterim()) {
      stream.interim.add(head);
    } else {
      stream.head = head;
    }
  }

  private void reset(Http2Frame frame) throws IOException {
    frame.require(4);
    Http2Stream stream = streams.get(frame.stream());
    if (stream == null) {
      return;
    }
    int code = Http2Frame.int31(frame.payload(), 0);
    if (code == ErrorCode.NO_ERROR.code && stream.ended) {
      // The answer is whole, and the rest of the request is not wanted (RFC 9113 section 8.1).
      stream.unwanted = true;
      return;
    }
    stream.unprocessed = code == ErrorCode.REFUSED_STREAM_ERROR.code;
    stream.broken = HttpException.http2(named(code), frame.toString());
  }

  private static String named(int code) {
    return ErrorCode.toString(code, "error " + code);
  }

  private void settings(Http2Frame frame) throws IOException {
    if (frame.has(Http2Frame.ACK)) {
      return;
    }
    byte[] payload = frame.payload();
    if (payload.length % 6 != 0) {
      throw HttpException.http2("FRAME_SIZE_ERROR", frame.toString());
    }
    for (int at = 0; at < payload.length; at += 6) {
      int name = (payload[at] & 0xff) << 8 | (payload[at + 1] & 0xff);
      setting(name, Http2Frame.int31(payload, at + 2));
    }
    write(new Http2Frame(Http2Frame.SETTINGS, Http2Frame.ACK, 0, new byte[0]));
  }

  private void setting(int name, int value) throws IOException {
    switch (name) {
      case 1 -> heads.tableSize(value);
      case 4 -> {
        long by = (long) value - firstSendWindow;
        firstSendWindow = value;
        streams.values().forEach(stream -> stream.sendWindow += by);
      }
      case 5 -> {
        if (value < Http2Frame.LARGEST || value > 0xffffff) {
          throw HttpException.http2("PROTOCOL_ERROR", "SETTINGS_MAX_FRAME_SIZE " + value);
        }
        largestFrame = Math.min(value, 256 * 1024);
      }
      default -> {
        // Nothing that a client of this kind has to know.
      }
    }
  }

  private void ping(Http2Frame frame) throws IOException {
    frame.require(8);
    if (!frame.has(Http2Frame.ACK)) {
      write(new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()));
    }
  }

  private void goAway(Http2Frame frame) throws IOException {
    if (frame.payload().length < 8) {
      throw HttpException.http2("FRAME_SIZE_ERROR", frame.toString());
    }
    goingAway = true;
    int last = Http2Frame.int31(frame.payload(), 0);
    int code = Http2Frame.int31(frame.payload(), 4);
    for (Http2Stream stream : streams.values()) {
      if (stream.id > last) {
        stream.unprocessed = true;
        stream.broken = HttpException.http2(named(code), frame.toString());
      }
    }
  }

  private void window(Http2Frame frame) throws IOException {
    frame.require(4);
    int by = Http2Frame.int31(frame.payload(), 0);
    Http2Stream stream = streams.get(frame.stream());
    if (frame.stream() == 0) {
      sendWindow += by;
    } else if (stream != null) {
      stream.sendWindow += by;
    }
    if (sendWindow > Integer.MAX_VALUE) {
      throw HttpException.http2("FLOW_CONTROL_ERROR", frame.toString());
    }
  }
}
