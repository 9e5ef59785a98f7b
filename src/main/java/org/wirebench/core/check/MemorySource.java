package org.wirebench.core.check;

import java.util.Arrays;

/** Bytes in memory as a source; there may have been more. */
final class MemorySource implements Value.Source {
  private final byte[] bytes;
  private final long whole;

  MemorySource(byte[] bytes, long whole) {
    this.bytes = bytes.clone();
    this.whole = whole;
  }

  @Override
  public long whole() {
    return whole;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public byte[] read(long position, int length) {
    int from = (int) Math.min(position, bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
  }
}
