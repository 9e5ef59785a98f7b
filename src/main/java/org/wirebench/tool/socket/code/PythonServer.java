package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.string;

import java.net.Inet6Address;
import java.nio.file.Path;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes one server of streams in Python. */
final class PythonServer {
  static final Snippets PIECES = Snippets.of(PythonServer.class, "python-server.txt");

  private final ServerRequest request;
  private final Program program = new Program();

  PythonServer(ServerRequest request) {
    this.request = request;
  }

  Program write() {
    program.needs("socket");
    title();
    if (!request.steps().isEmpty()) {
      program.note(PIECES.get("note.steps"));
    }
    program.block(
        request.transport() == Transport.UNIX
            ? PIECES.get("settings.path", "path", string(request.path()))
            : PIECES.get(
                "settings.host",
                "host",
                string(Texts.host(request.host())),
                "port",
                String.valueOf(request.port())));
    PythonBehaviour behaviour = new PythonBehaviour(request, program);
    if (request.transport() == Transport.UDP) {
      new PythonPackets(request, program).write(behaviour);
    } else {
      streams(behaviour);
    }
    return program;
  }

  private void title() {
    String address = Texts.address(request, PIECES.get("anywhere", "port", Texts.port(request)));
    switch (request.transport()) {
      case TCP -> program.title(PIECES.get("title.tcp", "address", address));
      case TLS -> program.title(PIECES.get("title.tls", "address", address));
      case UDP -> program.title(PIECES.get("title.udp", "address", address));
      case UNIX -> program.title(PIECES.get("title.unix", "address", address));
    }
    program.title(PythonBehaviour.title(request)).title(PIECES.get("run"));
  }

  private void streams(PythonBehaviour behaviour) {
    program.needs("threading");
    boolean limited = request.maxClients() != ServerRequest.DEFAULT_MAX_CLIENTS;
    if (limited) {
      program.lines(PIECES.get("settings.max", "count", String.valueOf(request.maxClients())));
    }
    boolean tls = request.transport() == Transport.TLS;
    if (tls) {
      program.needs("ssl").block(context());
    }
    behaviour.prepare();
    behaviour.serve();
    String open = tls ? PIECES.get("handle.tls") : "";
    String release = limited ? PIECES.get("handle.release") : "";
    program.lines("\n");
    program.block(PIECES.get("handle", "open", open, "release", release));
    program.lines("\n");
    program.block(listen());
    program.block(
        PIECES.get(
            "accept",
            "full",
            limited ? PIECES.get("accept.full") : "",
            "options",
            request.transport() == Transport.UNIX ? "" : clientOptions()));
  }

  private String context() {
    return switch (request.identity().orElse(null)) {
      case KeySource.Pem(Path certificates, Path key, String password) ->
          context(certificates.toString(), key.toString(), !password.isEmpty());
      case KeySource.Pkcs12(Path file, var _) -> {
        String pem = PythonTls.pem(file);
        program.note(
            PIECES.get(
                "note.pkcs12",
                "file",
                ShellCode.word(file.toString()),
                "pem",
                ShellCode.word(pem)));
        yield context(pem, pem, true);
      }
      case KeySource.Held _ -> made();
      case null -> made();
    };
  }

  /** What is made on the spot here has to be made by hand there. */
  private String made() {
    program.note(PIECES.get("note.certificate"));
    return context("certificate.pem", "key.pem", false);
  }

  private String context(String certificate, String key, boolean locked) {
    if (locked) {
      program.needs("os").note(PIECES.get("note.password.key"));
    }
    return PIECES.get(
        "tls.context",
        "certificate",
        string(certificate),
        "key",
        string(key),
        "password",
        locked ? ", password=os.environ[\"KEY_PASSWORD\"]" : "");
  }

  /** The family of the address that is listened on; never {@link Family#ANY}. */
  static Family family(ServerRequest request) {
    boolean v6 =
        request.family() == Family.IPV6
            || Texts.literal(request.host()).filter(Inet6Address.class::isInstance).isPresent();
    return v6 ? Family.IPV6 : Family.IPV4;
  }

  private String listen() {
    if (request.transport() == Transport.UNIX) {
      program.needs("os", "stat");
      return PIECES.get("listen.unix");
    }
    StringBuilder options = new StringBuilder();
    request
        .socket()
        .receiveBuffer()
        .ifPresent(
            size ->
                options.append(PIECES.get("option.receivebuffer", "size", String.valueOf(size))));
    if (Texts.isDual(request)) {
      return PIECES.get("listen.dual", "options", options.toString());
    }
    return PIECES.get(
        "listen.host",
        "family",
        PythonClient.family(family(request)),
        "options",
        options.toString());
  }

  private String clientOptions() {
    SocketSettings socket = request.socket();
    StringBuilder options = new StringBuilder();
    if (socket.noDelay()) {
      options.append(PIECES.get("option.nodelay"));
    }
    if (socket.keepAlive()) {
      options.append(PIECES.get("option.keepalive"));
    }
    socket
        .sendBuffer()
        .ifPresent(
            size -> options.append(PIECES.get("option.sendbuffer", "size", String.valueOf(size))));
    return options.toString();
  }
}
