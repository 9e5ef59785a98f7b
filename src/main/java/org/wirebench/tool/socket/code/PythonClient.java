package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.bytes;
import static org.wirebench.core.code.PythonCode.string;

import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes one client in Python: how it connects. */
final class PythonClient {
  private static final Snippets PIECES = Snippets.of(PythonClient.class, "python-client.txt");

  private final ClientRequest request;
  private final Program program = new Program();

  PythonClient(ClientRequest request) {
    this.request = request;
  }

  Program write() {
    program.needs("socket", "sys", "time");
    String target = Texts.target(request);
    switch (request.transport()) {
      case TCP -> program.title(PIECES.get("title.tcp", "target", target));
      case TLS -> program.title(PIECES.get("title.tls", "target", target));
      case UDP -> program.title(PIECES.get("title.udp", "target", target));
      case UNIX -> program.title(PIECES.get("title.unix", "target", target));
    }
    program.title(PIECES.get("run"));
    if (!request.talk().generation().isEmpty()) {
      program.note(PIECES.get("note.generator"));
    }
    settings();
    switch (request.transport()) {
      case TCP -> connect();
      case TLS -> {
        connect();
        new PythonTls(PIECES, request.tls(), program).write();
      }
      case UDP -> new PythonDatagrams(PIECES, request, program).write();
      case UNIX -> {
        program.block(PIECES.get("connect.unix"));
        program.lines(PIECES.get("connected.unix"));
      }
    }
    new PythonSteps(PIECES, request, program).write();
    return program;
  }

  private void settings() {
    String timeout = Texts.seconds(Texts.timeout(request));
    program.block(
        request.transport() == Transport.UNIX
            ? PIECES.get("settings.path", "path", string(request.path()), "timeout", timeout)
            : PIECES.get(
                "settings.host",
                "host",
                string(Texts.host(request.host())),
                "port",
                String.valueOf(request.port()),
                "timeout",
                timeout));
  }

  private void connect() {
    switch (Texts.proxy(request)) {
      case ProxySettings.None() -> connectStraight();
      case ProxySettings.HttpConnect(var server, String user, var _) -> {
        connectTo(server.host(), server.port());
        program.block(askHttpProxy(user));
      }
      case ProxySettings.Socks5(var server, String user, var _) -> {
        connectTo(server.host(), server.port());
        program.needs("struct").block(askSocksProxy(user));
      }
    }
    program.lines(PIECES.get("connected.host"));
  }

  private void connectStraight() {
    if (request.local().port() != 0) {
      program.block(connectFromOwnPort("HOST", "PORT", request.family()));
      return;
    }
    boolean simple =
        request.family() == Family.ANY
            && request.socket().sendBuffer().isEmpty()
            && request.socket().receiveBuffer().isEmpty();
    if (simple) {
      program.block(PIECES.get("connect.simple", "source", source(), "options", options()));
      return;
    }
    program.block(
        PIECES.get(
            "connect.steps",
            "family",
            family(request.family()),
            "options",
            options(),
            "bind",
            request.local().equals(ClientRequest.Local.ANY) ? "" : bind()));
  }

  private String bind() {
    ClientRequest.Local local = request.local();
    return PIECES.get(
        "bind", "address", string(local.address()), "port", String.valueOf(local.port()));
  }

  /** {@code create_connection} cannot set an option before it binds the socket. */
  private String connectFromOwnPort(String host, String port, Family family) {
    return PIECES.get(
        "connect.own",
        "host",
        host,
        "port",
        port,
        "family",
        family(family),
        "options",
        options(),
        "bind",
        bind());
  }

  static String family(Family family) {
    return switch (family) {
      case ANY -> "socket.AF_UNSPEC";
      case IPV4 -> "socket.AF_INET";
      case IPV6 -> "socket.AF_INET6";
    };
  }

  private void connectTo(String host, int port) {
    if (!request.local().equals(ClientRequest.Local.ANY)) {
      program.note(PIECES.get("note.proxy.local"));
    }
    if (request.family() != Family.ANY) {
      program.note(PIECES.get("note.proxy.family"));
    }
    if (request.local().port() != 0) {
      program.block(connectFromOwnPort(string(Texts.host(host)), String.valueOf(port), Family.ANY));
      return;
    }
    program.block(
        PIECES.get(
            "connect.proxy",
            "host",
            string(Texts.host(host)),
            "port",
            String.valueOf(port),
            "source",
            source(),
            "options",
            options()));
  }

  private String source() {
    ClientRequest.Local local = request.local();
    return local.equals(ClientRequest.Local.ANY)
        ? ""
        : ", source_address=(" + string(local.address()) + ", " + local.port() + ")";
  }

  private String options() {
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
    socket
        .receiveBuffer()
        .ifPresent(
            size ->
                options.append(PIECES.get("option.receivebuffer", "size", String.valueOf(size))));
    return options.toString();
  }

  private String askHttpProxy(String user) {
    String authority = Texts.authority(request.host(), request.port());
    String login = "";
    if (!user.isEmpty()) {
      program.needs("base64", "os").note(PIECES.get("note.password.proxy"));
      login = PIECES.get("proxy.http.login", "user", string(user));
    }
    String head = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    return PIECES.get("proxy.http", "request", string(head), "login", login);
  }

  private String askSocksProxy(String user) {
    String login = "";
    if (!user.isEmpty()) {
      program.needs("os").note(PIECES.get("note.password.proxy"));
      login = PIECES.get("proxy.socks.login", "user", string(user));
    }
    byte[] greeting = user.isEmpty() ? new byte[] {5, 1, 0} : new byte[] {5, 2, 0, 2};
    return PIECES.get("proxy.socks", "greeting", bytes(greeting), "login", login);
  }
}
