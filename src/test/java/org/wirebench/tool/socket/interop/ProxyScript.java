package org.wirebench.tool.socket.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.testkit.Peer;

/** A proxy of another make: a Python program that speaks HTTP CONNECT and SOCKS 5, one client. */
record ProxyScript(Peer peer, int port) implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("port (\\d+)\n");
  private static final String SCRIPT =
      """
      import base64, socket, sys, threading

      def pump(source, target):
          while True:
              data = source.recv(65536)
              if not data:
                  target.shutdown(socket.SHUT_WR)
                  return
              target.sendall(data)

      def http(client):
          head = b"C"
          while not head.endswith(b"\\r\\n\\r\\n"):
              head += client.recv(1)
          if len(sys.argv) > 1:
              login = base64.b64encode(sys.argv[1].encode())
              if b"Proxy-Authorization: Basic " + login not in head:
                  if b"Proxy-Authorization" in head:
                      client.sendall(b"HTTP/1.1 403 No\\r\\n\\r\\n")
                      return None
                  client.sendall(b"HTTP/1.1 407 Log in\\r\\nProxy-Authenticate: Basic realm=\\"p\\""
                                 b"\\r\\nContent-Length: 0\\r\\n\\r\\n")
                  return "again"
          host, port = head.split()[1].decode().rsplit(":", 1)
          client.sendall(b"HTTP/1.1 200 OK\\r\\n\\r\\n")
          return host, int(port)

      def socks(client):
          methods = client.recv(client.recv(1)[0])
          if len(sys.argv) > 1:
              assert 2 in methods
              client.sendall(b"\\x05\\x02")
              client.recv(1)
              user = client.recv(client.recv(1)[0])
              password = client.recv(client.recv(1)[0])
              assert (user + b":" + password).decode() == sys.argv[1]
              client.sendall(b"\\x01\\x00")
          else:
              client.sendall(b"\\x05\\x00")
          kind = client.recv(4)[3]
          if kind == 3:
              host = client.recv(client.recv(1)[0]).decode()
          else:
              host = socket.inet_ntoa(client.recv(4))
          port = int.from_bytes(client.recv(2), "big")
          client.sendall(b"\\x05\\x00\\x00\\x01" + bytes(6))
          return host, port

      server = socket.create_server(("127.0.0.1", 0))
      print("port", server.getsockname()[1], flush=True)
      goal = "again"
      while goal == "again":
          client, _ = server.accept()
          goal = "again"
          while goal == "again":
              first = client.recv(1)
              if not first:
                  break
              goal = socks(client) if first == b"\\x05" else http(client)
      print("to", goal, flush=True)
      target = socket.create_connection(goal)
      threading.Thread(target=pump, args=(client, target), daemon=True).start()
      pump(target, client)
      """;

  /**
   * Starts it.
   *
   * @param login {@code user:password}, or nothing when it lets everybody through
   */
  static ProxyScript start(Path folder, String login) throws IOException {
    Path script = Files.writeString(folder.resolve("proxy.py"), SCRIPT);
    Peer peer =
        login.isEmpty()
            ? Peer.start(folder, "python3", script.toString())
            : Peer.start(folder, "python3", script.toString(), login);
    peer.awaitOutput("\n");
    Matcher port = PORT.matcher(peer.output());
    if (!port.find()) {
      throw new AssertionError(peer);
    }
    return new ProxyScript(peer, Integer.parseInt(port.group(1)));
  }

  @Override
  public void close() {
    peer.close();
  }
}
