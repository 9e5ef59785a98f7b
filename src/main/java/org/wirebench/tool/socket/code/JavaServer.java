package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.nio.file.Path;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes one server in Java. */
final class JavaServer {
  static final Snippets PIECES = Snippets.of(JavaServer.class, "java-server.txt");

  private final ServerRequest request;
  private final JavaProgram program = new JavaProgram();
  private final Program main = program.main();

  JavaServer(ServerRequest request) {
    this.request = request;
  }

  String write() {
    title();
    if (!request.steps().isEmpty()) {
      main.note(PIECES.get("note.steps"));
    }
    program.field(
        request.transport() == Transport.UNIX
            ? PIECES.get("field.path", "path", string(request.path()))
            : PIECES.get("field.port", "port", String.valueOf(request.port())));
    JavaBehaviour behaviour = new JavaBehaviour(request, program);
    behaviour.prepare();
    if (request.transport() == Transport.UDP) {
      packets(behaviour);
    } else {
      streams(behaviour);
    }
    return program.write(PIECES);
  }

  private void title() {
    String address = Texts.address(request, PIECES.get("anywhere", "port", Texts.port(request)));
    switch (request.transport()) {
      case TCP -> main.title(PIECES.get("title.tcp", "address", address));
      case TLS -> main.title(PIECES.get("title.tls", "address", address));
      case UDP -> main.title(PIECES.get("title.udp", "address", address));
      case UNIX -> main.title(PIECES.get("title.unix", "address", address));
    }
    main.title(JavaBehaviour.title(request)).title(PIECES.get("run"));
  }

  private void streams(JavaBehaviour behaviour) {
    boolean unix = request.transport() == Transport.UNIX;
    boolean limited = request.maxClients() != ServerRequest.DEFAULT_MAX_CLIENTS;
    if (limited) {
      program.field(PIECES.get("field.places", "count", String.valueOf(request.maxClients())));
    }
    main.block(listen());
    main.block(
        PIECES.get(
            "accept",
            "type",
            unix ? "SocketChannel" : "Socket",
            "six",
            !unix && request.family() == Family.IPV6 ? PIECES.get("accept.six") : "",
            "full",
            limited ? PIECES.get("accept.full") : "",
            "from",
            PIECES.get(unix ? "from.unix" : "from.socket"),
            "options",
            unix ? "" : clientOptions()));
    program.method(
        PIECES.get(
            "method.handle",
            "type",
            unix ? "SocketChannel" : "Socket",
            "release",
            limited ? PIECES.get("release") : ""));
    behaviour.serve();
  }

  private String listen() {
    String options =
        request.socket().receiveBuffer().isPresent()
            ? PIECES.get(
                "option.receivebuffer",
                "size",
                String.valueOf(request.socket().receiveBuffer().getAsInt()))
            : "";
    return switch (request.transport()) {
      case UNIX -> PIECES.get("listen.unix");
      case TLS -> {
        identity();
        yield PIECES.get("listen.tls", "options", options, "address", address());
      }
      case TCP, UDP -> PIECES.get("listen.tcp", "options", options, "address", address());
    };
  }

  private String address() {
    if (!request.host().isEmpty()) {
      return PIECES.get("address.host", "host", string(Texts.host(request.host())));
    }
    return request.family() == Family.IPV4
        ? PIECES.get("address.host", "host", string("0.0.0.0"))
        : PIECES.get("address.any");
  }

  private void identity() {
    String file =
        switch (request.identity().orElse(null)) {
          case KeySource.Pkcs12(Path held, var _) -> {
            main.note(PIECES.get("note.password.key"));
            yield held.toString();
          }
          case KeySource.Pem(Path certificates, Path key, var _) -> {
            String converted = JavaTls.pkcs12(certificates);
            main.note(
                PIECES.get(
                    "note.pem",
                    "certificate",
                    ShellCode.word(certificates.toString()),
                    "key",
                    ShellCode.word(key.toString()),
                    "file",
                    ShellCode.word(converted)));
            yield converted;
          }
          case KeySource.Held _ -> made();
          case null -> made();
        };
    program.method(PIECES.get("method.context", "file", string(file)));
  }

  /** What is made on the spot here has to be made by hand there. */
  private String made() {
    main.note(PIECES.get("note.certificate"));
    return "server.p12";
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

  private void packets(JavaBehaviour behaviour) {
    if (request.maxClients() != ServerRequest.DEFAULT_MAX_CLIENTS) {
      main.note(PIECES.get("note.max.datagram"));
    }
    StringBuilder options = new StringBuilder();
    request
        .socket()
        .sendBuffer()
        .ifPresent(
            size -> options.append(PIECES.get("udp.sendbuffer", "size", String.valueOf(size))));
    request
        .socket()
        .receiveBuffer()
        .ifPresent(
            size -> options.append(PIECES.get("udp.receivebuffer", "size", String.valueOf(size))));
    StringBuilder groups = new StringBuilder();
    if (!request.join().isEmpty()) {
      options.append(PIECES.get("udp.reuse"));
    }
    String card =
        request.networkInterface().isEmpty()
            ? "null"
            : PIECES.get("udp.card", "name", string(request.networkInterface()));
    for (String group : request.join()) {
      groups.append(PIECES.get("udp.join", "group", string(group.strip()), "card", card));
    }
    main.block(behaviour.packets(options.toString(), address(), groups.toString()));
  }
}
