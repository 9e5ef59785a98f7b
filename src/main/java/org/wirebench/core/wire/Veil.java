package org.wirebench.core.wire;

/**
 * Hides secrets from the record of a connection: what it changes is recorded, and not what passes.
 * It is asked about the bytes of a direction in their order, by one thread at a time for each
 * direction.
 */
public interface Veil {
  /** Whether it has to see the next bytes that go this way. */
  boolean wants(Direction direction);

  /**
   * Hides what is secret.
   *
   * @param direction {@link Direction#OUT} or {@link Direction#IN}
   * @param bytes the next bytes that went this way: a copy, to be changed in place
   */
  void cover(Direction direction, byte[] bytes);
}
