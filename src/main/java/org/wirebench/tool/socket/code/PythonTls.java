package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.string;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;

/** Writes the TLS of a client in Python. */
final class PythonTls {
  private final Snippets pieces;
  private final TlsSettings tls;
  private final Program program;

  PythonTls(Snippets pieces, TlsSettings tls, Program program) {
    this.pieces = pieces;
    this.tls = tls;
    this.program = program;
  }

  void write() {
    program.needs("ssl");
    program.block(trust());
    program.lines(
        pieces.get(
            "tls.versions", "minimum", version(tls.minimum()), "maximum", version(tls.maximum())));
    tls.identity().ifPresent(own -> program.lines(identity(own)));
    if (!tls.alpn().isEmpty()) {
      String all = tls.alpn().stream().map(one -> string(one)).collect(Collectors.joining(", "));
      program.lines(pieces.get("tls.alpn", "protocols", all));
    }
    String name = tls.serverName().isEmpty() ? "HOST" : string(Texts.host(tls.serverName()));
    program.lines(pieces.get("tls.wrap", "name", name));
    if (!tls.alpn().isEmpty()) {
      program.lines(pieces.get("tls.wrap.alpn"));
    }
    if (tls.trust() instanceof Trust.Pinned(String pin)) {
      program.needs("hashlib").block(pieces.get("tls.pin", "pin", string(pin)));
    }
  }

  private String trust() {
    return switch (tls.trust()) {
      case Trust.SystemStore() -> pieces.get("tls.system");
      case Trust.Authority(Path pem) -> pieces.get("tls.authority", "file", string(pem.toString()));
      case Trust.Pinned(var _) -> pieces.get("tls.pinned");
      case Trust.None() -> pieces.get("tls.none");
    };
  }

  /** {@code TLSv1_2}, as the {@code ssl} module calls it; {@code TLSv1} for the oldest. */
  private static String version(TlsVersion version) {
    return version.protocol().replace('.', '_');
  }

  private String identity(KeySource own) {
    return switch (own) {
      case KeySource.Pem(Path certificates, Path key, String password) ->
          pieces.get(
              "tls.identity",
              "certificate",
              string(certificates.toString()),
              "key",
              string(key.toString()),
              "password",
              password.isEmpty() ? "" : password());
      case KeySource.Pkcs12(Path file, var _) -> {
        String pem = pem(file);
        program.note(pieces.get("note.pkcs12", "file", shell(file.toString()), "pem", shell(pem)));
        program.needs("os");
        yield pieces.get(
            "tls.identity", "certificate", string(pem), "key", string(pem), "password", password());
      }
      case KeySource.Held _ -> {
        program.note(pieces.get("note.held"));
        yield "";
      }
    };
  }

  private String password() {
    program.needs("os").note(pieces.get("note.password.key"));
    return ", password=os.environ[\"KEY_PASSWORD\"]";
  }

  private static String shell(String word) {
    return org.wirebench.core.code.ShellCode.word(word);
  }

  /** Where the PEM form of a PKCS#12 file should go. */
  static String pem(Path file) {
    String name = file.toString();
    return name.toLowerCase(Locale.ROOT).replaceAll("\\.(p12|pfx)$", "").length() < name.length()
        ? name.substring(0, name.length() - 4) + ".pem"
        : name + ".pem";
  }
}
