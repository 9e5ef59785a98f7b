package org.wirebench.core.check;

import java.util.Arrays;

/** Bytes in memory as a source. */
final class MemorySource implements Value.Source {
  private final byte[] bytes;

  MemorySource(byte[] bytes) {
    this.bytes = bytes.clone();
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
