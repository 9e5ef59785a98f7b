package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Transport;

/** Writes one client in Java: how it connects. */
final class JavaClient {
  private static final Snippets PIECES = Snippets.of(JavaClient.class, "java-client.txt");

  private final ClientRequest request;
  private final JavaProgram program = new JavaProgram();
  private final Program main = program.main();

  JavaClient(ClientRequest request) {
    this.request = request;
  }

  String write() {
    title();
    fields();
    switch (request.transport()) {
      case TCP -> connect();
      case TLS -> {
        connect();
        new JavaTls(PIECES, request, program).write();
      }
      case UDP -> new JavaDatagrams(PIECES, request, program).write();
      case UNIX -> {
        main.block(PIECES.get("connect.unix"));
        program.method(PIECES.get("method.closeintime"));
      }
    }
    new JavaSteps(PIECES, request, program).write();
    return program.write(PIECES);
  }

  private void title() {
    String target = Texts.target(request);
    switch (request.transport()) {
      case TCP -> main.title(PIECES.get("title.tcp", "target", target));
      case TLS -> main.title(PIECES.get("title.tls", "target", target));
      case UDP -> main.title(PIECES.get("title.udp", "target", target));
      case UNIX -> main.title(PIECES.get("title.unix", "target", target));
    }
    main.title(PIECES.get("run"));
    if (!request.talk().generation().isEmpty()) {
      main.note(PIECES.get("note.generator"));
    }
  }

  private void fields() {
    String millis = String.valueOf(Texts.timeout(request).toMillis());
    program.field(
        request.transport() == Transport.UNIX
            ? PIECES.get("field.path", "path", string(request.path()))
            : PIECES.get(
                "field.host",
                "host",
                string(Texts.host(request.host())),
                "port",
                String.valueOf(request.port())));
    program.field(PIECES.get("field.timeout", "timeout", millis)).field("\n");
    program.field(
        switch (request.transport()) {
          case TCP, TLS -> PIECES.get("field.socket");
          case UDP -> PIECES.get("field.datagrams");
          case UNIX -> PIECES.get("field.channel");
        });
  }

  private void connect() {
    switch (Texts.proxy(request)) {
      case ProxySettings.None() -> connect("", straight());
      case ProxySettings.HttpConnect(Endpoint server, String user, var _) ->
          connectByHttp(server, user);
      case ProxySettings.Socks5(Endpoint server, String user, var _) -> {
        login(user);
        String proxy = PIECES.get("proxy.socks", "host", host(server), "port", port(server));
        connect(proxy, unresolved());
      }
    }
  }

  private void connect(String proxy, String address) {
    main.block(
        PIECES.get(
            "connect", "proxy", proxy, "options", options(), "bind", bind(), "address", address));
  }

  private void connectByHttp(Endpoint server, String user) {
    noteFamily();
    String authority = Texts.authority(request.host(), request.port());
    String login = "";
    if (!user.isEmpty()) {
      main.note(PIECES.get("note.password.proxy"));
      login = PIECES.get("proxy.http.login", "user", string(user));
    }
    program.method(PIECES.get("method.fail"));
    main.block(
        PIECES.get(
            "proxy.http",
            "options",
            options(),
            "bind",
            bind(),
            "host",
            host(server),
            "port",
            port(server),
            "request",
            string("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n"),
            "login",
            login));
  }

  private static String host(Endpoint server) {
    return string(Texts.host(server.host()));
  }

  private static String port(Endpoint server) {
    return String.valueOf(server.port());
  }

  private void login(String user) {
    if (!user.isEmpty()) {
      main.note(PIECES.get("note.password.proxy"));
      main.block(PIECES.get("proxy.login", "user", string(user)));
    }
  }

  private void noteFamily() {
    if (request.family() != Family.ANY) {
      main.note(PIECES.get("note.proxy.family"));
    }
  }

  private String unresolved() {
    noteFamily();
    return PIECES.get("address.unresolved");
  }

  private String straight() {
    if (request.family() == Family.ANY) {
      return PIECES.get("address.straight", "host", "HOST");
    }
    String kind = request.family() == Family.IPV4 ? "Inet4Address" : "Inet6Address";
    main.block(PIECES.get("address.family", "kind", kind));
    program.method(PIECES.get("method.fail"));
    return PIECES.get("address.straight", "host", "found");
  }

  private String bind() {
    ClientRequest.Local local = request.local();
    if (local.equals(ClientRequest.Local.ANY)) {
      return "";
    }
    String bind =
        PIECES.get(
            "bind",
            "address",
            local.address().isEmpty() ? "" : string(local.address()) + ", ",
            "port",
            String.valueOf(local.port()));
    return local.port() == 0 ? bind : PIECES.get("bind.reuse") + bind;
  }

  private String options() {
    SocketSettings socket = request.socket();
    StringBuilder options =
        new StringBuilder(PIECES.get("option.nodelay", "flag", String.valueOf(socket.noDelay())));
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
}
