package org.wirebench.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.Identity;

/**
 * nginx on three free ports of the loopback: HTTP/1.1, HTTP/2 without TLS, and both over TLS. It
 * serves the files of {@code www} in the folder that it was given.
 */
public final class Nginx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CONFIGURATION =
      """
      user root root;
      worker_processes 1;
      error_log FOLDER/error.log;
      pid FOLDER/nginx.pid;
      events { worker_connections 512; }
      http {
        types { text/plain txt; application/json json; text/html html; }
        default_type application/octet-stream;
        access_log off;
        sendfile on;
        keepalive_requests 1000000;
        client_max_body_size 0;
        gzip on;
        gzip_min_length 100;
        gzip_types application/json;
        client_body_temp_path FOLDER/temp;
        proxy_temp_path FOLDER/temp;
        fastcgi_temp_path FOLDER/temp;
        uwsgi_temp_path FOLDER/temp;
        scgi_temp_path FOLDER/temp;
        root FOLDER/www;
        server {
          listen 127.0.0.1:PLAIN;
          location /moved { return 308 /small.txt; }
        }
        server { listen 127.0.0.1:H2C http2; }
        server {
          listen 127.0.0.1:TLS ssl http2;
          ssl_certificate FOLDER/server.pem;
          ssl_certificate_key FOLDER/server.key;
        }
      }
      """;

  private final Identity identity = Authority.create("nginx").localServer();
  private final Path folder;
  private final int plain;
  private final int h2c;
  private final int tls;
  private final Peer process;

  /** Starts it, and returns when it listens. */
  public Nginx(Path folder) throws IOException {
    this.folder = folder;
    List<Integer> ports = freePorts(3);
    plain = ports.get(0);
    h2c = ports.get(1);
    tls = ports.get(2);
    Files.createDirectories(folder.resolve("www"));
    Files.writeString(folder.resolve("server.pem"), identity.certificatesPem());
    Files.writeString(folder.resolve("server.key"), identity.keyPem());
    Path file =
        Files.writeString(
            folder.resolve("nginx.conf"),
            CONFIGURATION
                .replace("FOLDER", folder.toString())
                .replace("PLAIN", Integer.toString(plain))
                .replace("H2C", Integer.toString(h2c))
                .replace("TLS", Integer.toString(tls)));
    process = Peer.start(folder, "nginx", "-c", file.toString(), "-g", "daemon off;");
    try {
      Awaitility.await("nginx")
          .atMost(PATIENCE)
          .failFast(() -> !process.isAlive())
          .until(() -> ports.stream().allMatch(Nginx::listens));
    } catch (RuntimeException | Error why) {
      String said = process.toString();
      process.close();
      throw new IllegalStateException(said, why);
    }
  }

  /** Ports that were free a moment ago. */
  public static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket one : sockets) {
        one.close();
      }
    }
  }

  /** Whether something takes connections there. */
  public static boolean listens(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What it serves. */
  public Path www() {
    return folder.resolve("www");
  }

  /** The address of a file over HTTP/1.1. */
  public String plain(String path) {
    return "http://127.0.0.1:" + plain + path;
  }

  /** The address of a file over HTTP/2 without TLS. */
  public String h2c(String path) {
    return "http://127.0.0.1:" + h2c + path;
  }

  /** The address of a file over TLS. */
  public String secure(String path) {
    return "https://127.0.0.1:" + tls + path;
  }

  /** The field of a request that trusts it. */
  public String trust() {
    return "tls: {trust: pinned, sha256: " + Certificates.sha256(identity.certificate()) + "}";
  }

  /** Asks it to end: where the master is killed, a worker may stay. */
  @Override
  public void close() {
    process.stop();
    try {
      int _ = process.awaitEnd();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      process.close();
    }
  }
}
