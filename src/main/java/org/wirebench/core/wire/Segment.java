package org.wirebench.core.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.StoredBlock;

/**
 * A stretch of the wire log: events one after the other in one array, which is put away into a file
 * when the heap is full. Guarded by the lock of the log.
 *
 * <p>An event is: payload length (4 bytes), kind and direction (1), index of its connection in this
 * segment (4), nanoseconds since the log began (8), payload.
 */
final class Segment {
  static final int HEADER = 17;

  /** About what a connection takes in the heap: small ones must not slip past the limit. */
  static final int CONNECTION_COST = 512;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int EVENTS_PER_MARK = 32;
  private static final int BYTES_PER_MARK = 64 * 1024;

  private final long first;
  private final List<WireConnection> connections = new ArrayList<>();
  private byte @Nullable [] bytes;
  private @Nullable StoredBlock block;
  private int used;
  private int count;
  private long payload;

  /** Where some of the events are: number in the upper half, offset in the lower. */
  private long[] marks = new long[16];

  private int markCount;
  private int markedCount;
  private int markedOffset;

  Segment(long first, byte[] bytes) {
    this.first = first;
    this.bytes = bytes;
  }

  /** The sequence of the first event. */
  long first() {
    return first;
  }

  /** The sequence after that of the last event. */
  long end() {
    return first + count;
  }

  int count() {
    return count;
  }

  /** How many bytes of payload there are. */
  long payload() {
    return payload;
  }

  int used() {
    return used;
  }

  /** The events, while they are in the heap. */
  byte @Nullable [] bytes() {
    return bytes;
  }

  /** The events, while they are in a file. */
  @Nullable StoredBlock block() {
    return block;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** How much of the heap this takes, in bytes. */
  long heapCost() {
    long array = bytes == null ? 0 : bytes.length;
    return array + (long) marks.length * Long.BYTES + (long) connections.size() * CONNECTION_COST;
  }

  /** How much of the disk this takes, in bytes. */
  long diskCost() {
    return block == null ? 0 : block.length();
  }

  boolean hasRoom(int length) {
    return bytes != null && bytes.length - used >= HEADER + length;
  }

  int add(WireConnection connection) {
    connections.add(connection);
    return connections.size() - 1;
  }

  /** How many connections were added. */
  int connections() {
    return connections.size();
  }

  WireConnection connection(int index) {
    return connections.get(index);
  }

  void append(long nanos, int connection, byte type, byte[] from, int offset, int length) {
    byte[] into = bytes;
    if (into == null) {
      throw new IllegalStateException("only a segment in the heap grows");
    }
    mark();
    INT.set(into, used, length);
    into[used + 4] = type;
    INT.set(into, used + 5, connection);
    LONG.set(into, used + 9, nanos);
    System.arraycopy(from, offset, into, used + HEADER, length);
    used += HEADER + length;
    count++;
    payload += length;
  }

  private void mark() {
    boolean due =
        markCount == 0
            || count - markedCount >= EVENTS_PER_MARK
            || used - markedOffset >= BYTES_PER_MARK;
    if (due) {
      if (markCount == marks.length) {
        marks = Arrays.copyOf(marks, markCount * 2);
      }
      marks[markCount++] = (long) count << 32 | used;
      markedCount = count;
      markedOffset = used;
    }
  }

  /** The last marked place at or before the event: number in this segment above, offset below. */
  long placeBefore(long sequence) {
    long wanted = (sequence - first) << 32 | 0xffff_ffffL;
    int found = Arrays.binarySearch(marks, 0, markCount, wanted);
    return marks[found >= 0 ? found : -found - 2];
  }

  /** The events are in a file from now on. Returns the array that they were in. */
  byte @Nullable [] moveTo(StoredBlock file) {
    byte[] free = bytes;
    bytes = null;
    block = file;
    return free;
  }

  /** The events are gone. Returns the array that they were in, if they were. */
  byte @Nullable [] forget() {
    byte[] free = bytes;
    bytes = null;
    return free;
  }

  static int length(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static byte type(byte[] bytes, int at) {
    return bytes[at + 4];
  }

  static int connection(byte[] bytes, int at) {
    return (int) INT.get(bytes, at + 5);
  }

  static long nanos(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at + 9);
  }
}
