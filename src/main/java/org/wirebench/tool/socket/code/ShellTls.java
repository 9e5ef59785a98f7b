package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.ShellCode.word;

import java.nio.file.Path;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Step;

/** Writes a TLS client as a command of openssl. */
final class ShellTls {
  private static final Snippets PIECES = ShellClient.PIECES;

  private final ClientRequest request;
  private final TlsSettings tls;
  private final Program program;
  private final String name;

  ShellTls(ClientRequest request, Program program) {
    this.request = request;
    this.tls = request.tls();
    this.program = program;
    this.name = Texts.host(tls.serverName().isEmpty() ? request.host() : tls.serverName());
  }

  String write() {
    notes();
    String connect = word(Texts.authority(request.host(), request.port()));
    String way = family() + local() + proxy();
    if (tls.trust() instanceof Trust.Pinned(String pin)) {
      program.note(PIECES.get("note.pin"));
      program.block(
          PIECES.get("pin", "connect", connect, "more", way + asking() + versions(), "pin", pin));
    }
    return "openssl s_client -quiet -connect "
        + connect
        + way
        + asking()
        + versions()
        + alpn()
        + trust()
        + identity();
  }

  private void notes() {
    SocketSettings socket = request.socket();
    boolean options =
        socket.keepAlive()
            || socket.sendBuffer().isPresent()
            || socket.receiveBuffer().isPresent()
            || (socket.noDelay() && ShellInput.sends(request) > 1);
    if (options) {
      program.note(PIECES.get("note.options.openssl"));
    }
    if (request.steps().contains(new Step.HalfClose())) {
      program.note(PIECES.get("note.halfclose.tls"));
    }
    if (request.steps().contains(new Step.Reset())) {
      program.note(PIECES.get("note.reset.other"));
    }
  }

  private String family() {
    return switch (request.family()) {
      case ANY -> "";
      case IPV4 -> " -4";
      case IPV6 -> " -6";
    };
  }

  private String local() {
    ClientRequest.Local local = request.local();
    if (local.equals(ClientRequest.Local.ANY)) {
      return "";
    }
    return " -bind " + word(Socat.host(local.address()) + ":" + local.port());
  }

  private String proxy() {
    return switch (Texts.proxy(request)) {
      case ProxySettings.None() -> "";
      case ProxySettings.HttpConnect(var server, String user, var _) -> {
        String way = " -proxy " + word(server.toString());
        if (user.isEmpty()) {
          yield way;
        }
        program.note(PIECES.get("note.password.proxy"));
        yield way + " -proxy_user " + word(user) + " -proxy_pass env:PROXY_PASSWORD";
      }
      case ProxySettings.Socks5 _ -> {
        program.note(PIECES.get("note.socks"));
        yield "";
      }
    };
  }

  /** The name that is asked for. */
  private String asking() {
    return Texts.literal(name).isPresent() ? " -noservername" : " -servername " + word(name);
  }

  private String versions() {
    if (tls.minimum() == tls.maximum()) {
      return " -"
          + switch (tls.minimum()) {
            case TLS_1_0 -> "tls1";
            case TLS_1_1 -> "tls1_1";
            case TLS_1_2 -> "tls1_2";
            case TLS_1_3 -> "tls1_3";
          };
    }
    return " -min_protocol "
        + tls.minimum().protocol()
        + " -max_protocol "
        + tls.maximum().protocol();
  }

  private String alpn() {
    return tls.alpn().isEmpty() ? "" : " -alpn " + word(String.join(",", tls.alpn()));
  }

  private String trust() {
    String check =
        " -verify_return_error "
            + (Texts.literal(name).isPresent() ? "-verify_ip " : "-verify_hostname ")
            + word(name);
    return switch (tls.trust()) {
      case Trust.SystemStore() -> check;
      case Trust.Authority(Path pem) ->
          " -CAfile " + word(pem.toString()) + " -no-CApath -no-CAstore" + check;
      case Trust.Pinned(var _) -> "";
      case Trust.None() -> {
        program.note(PIECES.get("note.trust.none"));
        yield "";
      }
    };
  }

  private String identity() {
    return switch (tls.identity().orElse(null)) {
      case null -> "";
      case KeySource.Pem(Path certificates, Path key, String password) ->
          " -cert "
              + word(certificates.toString())
              + " -cert_chain "
              + word(certificates.toString())
              + " -key "
              + word(key.toString())
              + (password.isEmpty() ? "" : password());
      case KeySource.Pkcs12(Path file, var _) -> {
        String pem = PythonTls.pem(file);
        program.note(
            PIECES.get("note.pkcs12.client", "file", word(file.toString()), "pem", word(pem)));
        yield " -cert " + word(pem) + " -key " + word(pem) + password();
      }
      case KeySource.Held _ -> {
        program.note(PIECES.get("note.held"));
        yield "";
      }
    };
  }

  private String password() {
    program.note(PIECES.get("note.password.key"));
    return " -pass env:KEY_PASSWORD";
  }
}
