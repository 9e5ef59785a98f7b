package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.Phases;
import org.wirebench.core.net.tls.TlsInfo;

/** A connection of TCP, TLS or a Unix-domain socket. */
final class StreamLink implements Link {
  private final Connection connection;
  private final ReentrantLock sending = new ReentrantLock(true);

  StreamLink(Connection connection) {
    this.connection = connection;
  }

  @Override
  public int receive(byte[] into) throws IOException {
    return connection.in().read(into);
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
    sending.lockInterruptibly();
    try {
      connection.out().write(bytes, offset, length);
      connection.out().flush();
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void shutdownOutput() throws IOException {
    connection.shutdownOutput();
  }

  @Override
  public void reset() {
    connection.reset();
  }

  @Override
  public PeerEnd peerEnd() {
    return connection.peerEnd();
  }

  @Override
  public boolean isStream() {
    return true;
  }

  @Override
  public boolean isTcp() {
    return !(connection.remote() instanceof UnixDomainSocketAddress);
  }

  @Override
  public Phases phases() {
    return connection.phases();
  }

  @Override
  public Optional<TlsInfo> tls() {
    return connection.tls();
  }

  @Override
  public SocketAddress local() {
    return connection.local();
  }

  @Override
  public SocketAddress remote() {
    return connection.remote();
  }

  @Override
  public boolean isClosed() {
    return connection.isClosed();
  }

  @Override
  public void close() {
    connection.close();
  }
}
