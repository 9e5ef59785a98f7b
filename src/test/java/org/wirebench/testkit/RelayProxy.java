package org.wirebench.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Proxies that really connect, in the few lines that tests need. They note what was asked. */
public final class RelayProxy implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final BadServer server;

  private interface Protocol {
    Socket connect(Socket client) throws IOException;
  }

  private RelayProxy(boolean socks, String user, String password) throws IOException {
    Protocol protocol =
        socks ? client -> socks(client, user, password) : client -> http(client, user, password);
    this.server =
        new BadServer(
            client -> {
              Socket target = protocol.connect(client);
              Thread.ofVirtual().start(() -> copy(target, client));
              copy(client, target);
            });
  }

  /** An HTTP proxy; with an empty user it asks for no login. */
  public static RelayProxy http(String user, String password) throws IOException {
    return new RelayProxy(false, user, password);
  }

  /** A SOCKS 5 proxy; with an empty user it asks for no login. */
  public static RelayProxy socks(String user, String password) throws IOException {
    return new RelayProxy(true, user, password);
  }

  public int port() {
    return server.port();
  }

  /** The targets, as the clients spelled them. */
  public List<String> asked() {
    return asked;
  }

  private static Socket local(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private Socket http(Socket client, String user, String password) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) client.getInputStream().read());
    }
    String target = head.substring("CONNECT ".length(), head.indexOf(" HTTP/1.1"));
    asked.add(target);
    String login =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    if (!user.isEmpty() && head.indexOf("Proxy-Authorization: Basic " + login) < 0) {
      answer(client, "407 Login, please\r\nProxy-Authenticate: Basic realm=x");
      throw new IOException("no login");
    }
    Socket upstream = local(Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
    answer(client, "200 Connected");
    return upstream;
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    if (!status.startsWith("200")) {
      client.close();
    }
  }

  private Socket socks(Socket client, String user, String password) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    int _ = in.read();
    byte[] methods = in.readNBytes(in.readUnsignedByte());
    boolean login = !user.isEmpty();
    if (login && methods.length < 2) {
      client.getOutputStream().write(new byte[] {5, (byte) 0xff});
      client.close();
      throw new IOException("no login");
    }
    client.getOutputStream().write(new byte[] {5, (byte) (login ? 2 : 0)});
    if (login) {
      int _ = in.read();
      String given = field(in) + ":" + field(in);
      boolean right = given.equals(user + ":" + password);
      client.getOutputStream().write(new byte[] {1, (byte) (right ? 0 : 1)});
      if (!right) {
        client.close();
        throw new IOException("wrong login");
      }
    }
    byte[] _ = in.readNBytes(3);
    String host = host(in);
    int port = in.readUnsignedShort();
    asked.add(host + ":" + port);
    Socket upstream = local(port);
    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    return upstream;
  }

  private static String field(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
  }

  private static String host(DataInputStream in) throws IOException {
    int type = in.read();
    return type == 3
        ? field(in)
        : InetAddress.getByAddress(in.readNBytes(type == 1 ? 4 : 16)).getHostAddress();
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      long _ = in.transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // One end went away, and so does the other.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
