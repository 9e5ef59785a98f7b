package org.wirebench.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on 127.0.0.1 that does one thing to each client. */
public final class BadServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  /** What is done to a client; its socket stays open unless it is closed here. */
  @FunctionalInterface
  public interface Behaviour {
    void serve(Socket client) throws IOException;
  }

  public BadServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofVirtual().name("bad server").start(this::accept);
  }

  /** Accepts, says nothing, reads nothing. */
  public static BadServer silent() throws IOException {
    return new BadServer(client -> {});
  }

  /** Resets each client after the first byte it sends. */
  public static BadServer resetting() throws IOException {
    return new BadServer(
        client -> {
          int _ = client.getInputStream().read();
          client.setSoLinger(true, 0);
          client.close();
        });
  }

  /** Says something at once, whatever the client wants, then goes on reading. */
  public static BadServer saying(byte[] words) throws IOException {
    return new BadServer(
        client -> {
          client.getOutputStream().write(words);
          drain(client);
        });
  }

  /** Waits for a byte, says something, and ends the connection. */
  public static BadServer answering(byte[] words) throws IOException {
    return new BadServer(
        client -> {
          byte[] request = new byte[4096];
          int _ = client.getInputStream().read(request);
          client.getOutputStream().write(words);
          client.shutdownOutput();
          drain(client);
        });
  }

  /** Ends each connection after the first byte, without a word. */
  public static BadServer ending() throws IOException {
    return answering(new byte[0]);
  }

  private static void drain(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    while (in.read(new byte[4096]) >= 0) {
      // What the client says does not matter.
    }
    client.close();
  }

  public int port() {
    return socket.getLocalPort();
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), port());
  }

  /** How many clients have come. */
  public int accepted() {
    return accepted.get();
  }

  private void accept() {
    while (true) {
      try {
        Socket client = socket.accept();
        clients.add(client);
        accepted.incrementAndGet();
        Thread.ofVirtual().name("bad client").start(() -> serve(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException odd) {
        throw new UncheckedIOException(odd);
      }
    }
  }

  private void serve(Socket client) {
    try {
      behaviour.serve(client);
    } catch (IOException gone) {
      clients.remove(client);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
