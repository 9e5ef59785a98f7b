package org.wirebench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/** The web server nginx on a free port of loopback, with files and settings of its own. */
final class Nginx implements AutoCloseable {
  /** Its workers are another user where it is started by root. */
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Peer peer;
  private final int port;

  private Nginx(Peer peer, int port) {
    this.peer = peer;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param folder an empty one for all that it writes; the folder {@code files} in it is served
   */
  static Nginx start(Path folder) throws IOException {
    int port = Peer.freePort();
    Files.createDirectories(folder.resolve("files"));
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off;
        worker_processes auto;
        pid nginx.pid;
        error_log errors.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          keepalive_requests 1000000;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          server { listen 127.0.0.1:%d; root files; }
        }
        """
            .formatted(port));
    Files.setPosixFilePermissions(folder, READABLE);
    Peer peer =
        Peer.start("nginx", "-p", folder + "/", "-c", settings.toString(), "-e", "errors.log");
    Peer.awaitListening(port);
    return new Nginx(peer, port);
  }

  /** How long processors have worked for it. */
  Duration busy() {
    return peer.busy();
  }

  /** The address of a file. */
  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  @Override
  public void close() {
    peer.close();
  }
}
