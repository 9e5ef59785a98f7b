package org.wirebench.tool.socket.service;

import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.wire.Direction;

/**
 * Times how long the other side takes for its first word: from the first that it is sent, or from
 * the beginning where it speaks first. How long the user thinks is nobody's wait.
 */
final class FirstByte implements Recorder {
  private final Phases phases;
  // Both only become true: who sees that they are need not wait for the other thread.
  private volatile boolean asked;
  private volatile boolean heard;

  /** The wait begins now. */
  FirstByte(Phases phases) {
    this.phases = phases;
    phases.begin(Phase.FIRST_BYTE);
  }

  @Override
  public void add(Direction direction, byte[] bytes, int offset, int length) {
    count(direction, length);
  }

  @Override
  public void keep(Direction direction, byte[] bytes, int offset, int length) {
    if (!asked && !heard) {
      ask();
    }
  }

  private synchronized void ask() {
    if (!asked && !heard) {
      asked = true;
      phases.restart(Phase.FIRST_BYTE);
    }
  }

  @Override
  public void count(Direction direction, int length) {
    if (direction == Direction.IN && !heard) {
      hear();
    }
  }

  private synchronized void hear() {
    if (!heard) {
      heard = true;
      phases.end(Phase.FIRST_BYTE);
    }
  }

  @Override
  public void event(String text) {
    // Nobody speaks.
  }

  @Override
  public void failure(String text) {
    // Nobody speaks.
  }
}
