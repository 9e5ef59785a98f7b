package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.ShellCode.word;

import java.nio.file.Path;
import java.util.List;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;

/** Writes one server as a command of socat. */
final class ShellServer {
  private static final Snippets PIECES = ShellClient.PIECES;
  private static final String HANDLE = " \"EXEC:bash -c handle\"";

  private final ServerRequest request;
  private final Program program = new Program();
  private final boolean datagrams;

  ShellServer(ServerRequest request) {
    this.request = request;
    this.datagrams = request.transport().isDatagram();
  }

  Program write() {
    title();
    if (!request.steps().isEmpty()) {
      program.note(PIECES.get("note.steps"));
    }
    switch (request.behaviour()) {
      case Behaviour.Nothing() -> one("does.nothing", "socat -u ", " -");
      case Behaviour.Echo() -> {
        program.title(PIECES.get("does.echo"));
        command("socat ", " EXEC:cat");
      }
      case Behaviour.Discard() -> {
        program.title(PIECES.get("does.discard"));
        command("socat -u ", " OPEN:/dev/null");
      }
      case Behaviour.Rules(var _) -> {
        program.note(PIECES.get("note.rules"));
        command("socat -u ", " -");
      }
      case Behaviour.Chargen() -> chargen();
      case Behaviour.Daytime() -> handle(PIECES.get("does.daytime"), PIECES.get("daytime"));
      case Behaviour.Greet(Payload greeting) ->
          handle(PIECES.get("does.greet"), print(greeting) + "\n");
      case Behaviour.Script(List<Payload> replies, boolean first) -> script(replies, first);
    }
    return program;
  }

  private void one(String does, String before, String after) {
    program.title(PIECES.get(does));
    command(before, after);
  }

  private void title() {
    String address = Texts.address(request, PIECES.get("anywhere", "port", Texts.port(request)));
    switch (request.transport()) {
      case TCP -> program.title(PIECES.get("title.server.tcp", "address", address));
      case TLS -> program.title(PIECES.get("title.server.tls", "address", address));
      case UDP -> program.title(PIECES.get("title.server.udp", "address", address));
      case UNIX -> program.title(PIECES.get("title.server.unix", "address", address));
    }
  }

  private String print(Payload payload) {
    return Texts.isFile(payload)
        ? "cat " + word(payload.text())
        : ShellCode.printf(Texts.bytes(payload, request.talk().charset()));
  }

  private void chargen() {
    if (datagrams) {
      program.note(PIECES.get("note.chargen.datagram"));
    }
    handle(PIECES.get("does.chargen"), PIECES.get(datagrams ? "chargen.line" : "chargen"));
  }

  private void script(List<Payload> replies, boolean speaksFirst) {
    if (datagrams) {
      program.note(PIECES.get("note.script.datagram"));
      String first = replies.isEmpty() ? ":" : print(replies.getFirst());
      handle(PIECES.get("does.script"), first + "\n");
      return;
    }
    program.note(PIECES.get("note.script.lines"));
    StringBuilder body = new StringBuilder();
    boolean first = speaksFirst;
    for (Payload reply : replies) {
      body.append(PIECES.get(first ? "script.first" : "script.line", "reply", print(reply)));
      first = false;
    }
    handle(
        PIECES.get(speaksFirst ? "does.script.first" : "does.script"),
        body + PIECES.get("script.end"));
  }

  private void handle(String title, String body) {
    program.title(title).block(PIECES.get("handle", "body", body));
    command("socat ", HANDLE);
  }

  private void command(String before, String after) {
    program.title(PIECES.get("run.server", "tools", "socat"));
    boolean oneWay = before.contains(" -u ");
    program.block(before + word(address(oneWay)) + after + "\n");
  }

  private String address(boolean oneWay) {
    if (request.transport().hasPort() && request.port() == 0) {
      program.note(PIECES.get("note.port"));
    }
    return switch (request.transport()) {
      case TCP -> "TCP" + place("-LISTEN:") + streams() + Socat.options(request.socket());
      case TLS ->
          "OPENSSL-LISTEN:"
              + request.port()
              + (version().equals("6") ? ",pf=ip6" : ",pf=ip4")
              + bind()
              + streams()
              + Socat.options(request.socket())
              + certificate()
              + ",verify=0";
      case UDP -> "UDP" + place(oneWay ? "-RECV:" : "-RECVFROM:") + packets(oneWay);
      case UNIX -> "UNIX-LISTEN:" + Socat.text(request.path()) + ",unlink-early" + streams();
    };
  }

  /** The version of the protocol; 6 also stands for both. */
  private String version() {
    if (!request.join().isEmpty()) {
      return request.join().getFirst().contains(":") ? "6" : "4";
    }
    if (request.host().isEmpty()) {
      return request.family() == Family.IPV4 ? "4" : "6";
    }
    String version = ShellClient.version(request.family(), request.host());
    return version.isEmpty() ? "4" : version;
  }

  private String place(String kind) {
    return version() + kind + request.port() + bind();
  }

  private String bind() {
    if (!request.host().isEmpty()) {
      String both = Texts.isDual(request) ? ",ipv6only=0" : "";
      return ",bind=" + Socat.host(request.host()) + both;
    }
    return version().equals("6")
        ? ",ipv6only=" + (request.family() == Family.IPV6 ? "1" : "0")
        : "";
  }

  private String streams() {
    String all = request.transport().hasPort() ? ",fork,reuseaddr" : ",fork";
    if (request.maxClients() == ServerRequest.DEFAULT_MAX_CLIENTS) {
      return all;
    }
    program.note(PIECES.get("note.max"));
    return all + ",max-children=" + request.maxClients();
  }

  private String packets(boolean oneWay) {
    if (request.maxClients() != ServerRequest.DEFAULT_MAX_CLIENTS) {
      program.note(PIECES.get("note.max.datagram"));
    }
    StringBuilder options = new StringBuilder(oneWay ? "" : ",fork");
    options.append(Socat.buffers(request.socket()));
    if (!request.join().isEmpty()) {
      options.append(",reuseaddr");
      request
          .join()
          .forEach(one -> options.append(Socat.join(one.strip(), request.networkInterface())));
    }
    return options.toString();
  }

  private String certificate() {
    return switch (request.identity().orElse(null)) {
      case KeySource.Pem(Path certificates, Path key, String password) -> {
        if (!password.isEmpty()) {
          program.note(PIECES.get("note.password.socat"));
        }
        yield certificate(certificates.toString(), key.toString());
      }
      case KeySource.Pkcs12(Path file, var _) -> {
        String pem = PythonTls.pem(file);
        program.note(PIECES.get("note.pkcs12", "file", word(file.toString()), "pem", word(pem)));
        yield certificate(pem, pem);
      }
      case KeySource.Held _ -> made();
      case null -> made();
    };
  }

  private String made() {
    program.note(PIECES.get("note.certificate"));
    return certificate("certificate.pem", "key.pem");
  }

  private static String certificate(String certificate, String key) {
    return ",cert=" + Socat.text(certificate) + ",key=" + Socat.text(key);
  }
}
