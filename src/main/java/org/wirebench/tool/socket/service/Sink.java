package org.wirebench.tool.socket.service;

import java.io.IOException;

/** Takes what one other side is sent. */
interface Sink {
  /** Sends, and records what was sent; waits while the other side does not read. */
  void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException;

  /** Sends all of {@code bytes}. */
  default void send(byte[] bytes) throws IOException, InterruptedException {
    send(bytes, 0, bytes.length);
  }

  /** Whether each send is a datagram. */
  boolean isDatagram();
}
