package org.wirebench.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * An address where a connect is never answered: a listening socket whose queue is full, so that the
 * Linux kernel drops each further SYN.
 */
public final class BlackHole implements AutoCloseable {
  private static final int MORE_THAN_THE_QUEUE_HOLDS = 8;

  private final ServerSocket socket;
  private final List<SocketChannel> queue = new ArrayList<>();

  /** On {@code address}, at any free port. */
  public BlackHole(InetAddress address) throws IOException {
    this(address, 0);
  }

  public BlackHole(InetAddress address, int port) throws IOException {
    socket = new ServerSocket(port, 1, address);
    for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
      SocketChannel one = SocketChannel.open();
      one.configureBlocking(false);
      boolean _ = one.connect(address());
      queue.add(one);
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (SocketChannel one : queue) {
      one.close();
    }
  }
}
