package org.wirebench.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/** Records one connection into the log. */
final class LogTap implements WireTap {
  private static final Messages TEXT = Messages.of(LogTap.class);

  private final WireLog log;
  private final WireConnection connection;

  /**
   * The first event of the segment that knows the connection as {@link #index}, or -1. Not the
   * segment itself, which would stay in the heap for as long as the connection is silent. Both are
   * guarded by the lock of the log.
   */
  long segment = -1;

  int index;

  /**
   * Whether its last event was recorded; guarded by the lock of the log, so none comes after it.
   */
  boolean over;

  private volatile @Nullable Veil veil;
  private volatile boolean resting;

  LogTap(WireLog log, WireConnection connection) {
    this.log = log;
    this.connection = connection;
  }

  /** Nanoseconds since the log began. */
  long nanos() {
    return log.nanos();
  }

  void open() {
    record(Direction.EVENT, WireKind.OPENED, opened());
  }

  private String opened() {
    String peer = Addresses.text(connection.remote());
    if (peer.isEmpty()) {
      return TEXT.get("opened");
    }
    return connection.initiator() ? TEXT.get("opened.to", peer) : TEXT.get("opened.from", peer);
  }

  @Override
  public WireConnection connection() {
    return connection;
  }

  @Override
  public void sent(byte[] bytes, int offset, int length) {
    data(Direction.OUT, bytes, offset, length);
  }

  @Override
  public void received(byte[] bytes, int offset, int length) {
    data(Direction.IN, bytes, offset, length);
  }

  private void data(Direction direction, byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (resting) {
      return;
    }
    Veil hiding = veil;
    if (hiding == null || !hiding.wants(direction)) {
      log.record(this, direction, WireKind.DATA, bytes, offset, length);
      return;
    }
    byte[] recorded = Arrays.copyOfRange(bytes, offset, offset + length);
    hiding.cover(direction, recorded);
    log.record(this, direction, WireKind.DATA, recorded, 0, length);
  }

  @Override
  public void cover(Veil with) {
    veil = with;
  }

  @Override
  public void rest(String why) {
    if (!resting) {
      event(why);
      resting = true;
    }
  }

  @Override
  public void event(WireKind kind, String text) {
    tell(Direction.EVENT, kind, text);
  }

  @Override
  public void failure(WireKind kind, String text) {
    tell(Direction.FAILURE, kind, text);
  }

  private void tell(Direction direction, WireKind kind, String text) {
    if (kind == WireKind.DATA || kind == WireKind.OPENED || kind == WireKind.CLOSED) {
      throw new IllegalArgumentException("not for users of a tap: " + kind);
    }
    record(direction, kind, text);
  }

  private void record(Direction direction, WireKind kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.record(this, direction, kind, bytes, 0, bytes.length);
  }

  @Override
  public void close() {
    record(Direction.EVENT, WireKind.CLOSED, TEXT.get("closed"));
  }
}
