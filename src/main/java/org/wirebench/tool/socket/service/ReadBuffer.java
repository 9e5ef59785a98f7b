package org.wirebench.tool.socket.service;

/**
 * What one conversation is read into: small while little comes, as thousands of clients wait most
 * of the time, and large for one that floods. A datagram must fit in, so for those it is large from
 * the beginning.
 */
final class ReadBuffer {
  /** How many bytes of a stream are read at once to begin with. */
  static final int SMALLEST = 4 * 1024;

  private static final int GROWTH = 4;
  private static final int FEW = 8;

  private final boolean stream;
  private byte[] array;
  private int few;

  ReadBuffer(boolean stream) {
    this.stream = stream;
    this.array = new byte[stream ? SMALLEST : Link.BUFFER];
  }

  /** To be read into next. */
  byte[] array() {
    return array;
  }

  /** So many bytes came at once; they are not needed any more. */
  void filled(int count) {
    if (!stream) {
      return;
    }
    few = count < array.length / GROWTH ? few + 1 : 0;
    if (count == array.length && array.length < Link.BUFFER) {
      array = new byte[array.length * GROWTH];
    } else if (few >= FEW && array.length > SMALLEST) {
      array = new byte[array.length / GROWTH];
      few = 0;
    }
  }
}
