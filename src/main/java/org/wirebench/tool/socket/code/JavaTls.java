package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Step;

/** Writes the TLS of a client in Java. */
final class JavaTls {
  private final Snippets pieces;
  private final ClientRequest request;
  private final TlsSettings tls;
  private final String name;
  private final boolean literal;
  private final JavaProgram program;

  JavaTls(Snippets pieces, ClientRequest request, JavaProgram program) {
    this.pieces = pieces;
    this.request = request;
    this.tls = request.tls();
    this.program = program;
    String asked = tls.serverName().isEmpty() ? request.host() : tls.serverName();
    this.name = tls.serverName().isEmpty() ? "HOST" : string(Texts.host(asked));
    this.literal = Texts.literal(asked).isPresent();
  }

  void write() {
    StringBuilder more = new StringBuilder();
    StringBuilder after = new StringBuilder();
    if (!literal) {
      more.append(pieces.get("tls.sni", "name", name));
    }
    if (tls.trust() instanceof Trust.SystemStore || tls.trust() instanceof Trust.Authority) {
      more.append(pieces.get("tls.identify"));
    }
    if (!tls.alpn().isEmpty()) {
      more.append(pieces.get("tls.alpn", "protocols", strings(tls.alpn())));
      after.append(pieces.get("tls.alpn.after"));
    }
    if (tls.trust() instanceof Trust.Pinned(String pin)) {
      program.method(pieces.get("method.fail"));
      after.append("\n").append(pieces.get("tls.pin.after", "pin", string(pin)));
    }
    program
        .main()
        .block(
            pieces.get(
                "tls",
                "name",
                name,
                "versions",
                strings(versions()),
                "more",
                more.toString(),
                "after",
                after.toString(),
                "plain",
                request.steps().contains(new Step.Reset()) ? pieces.get("tls.plain") : ""));
    program.method(pieces.get("method.context", "keys", keys(), "trust", trust()));
  }

  private List<String> versions() {
    return Arrays.stream(TlsVersion.values())
        .filter(one -> one.compareTo(tls.minimum()) >= 0 && one.compareTo(tls.maximum()) <= 0)
        .map(TlsVersion::protocol)
        .toList();
  }

  private static String strings(List<String> texts) {
    return texts.stream().map(one -> string(one)).collect(Collectors.joining(", "));
  }

  private String keys() {
    switch (tls.identity().orElse(null)) {
      case null -> {
        return "null";
      }
      case KeySource.Held _ -> {
        program.main().note(pieces.get("note.held"));
        return "null";
      }
      case KeySource.Pkcs12(Path file, var _) -> keys(file.toString());
      case KeySource.Pem(Path certificates, Path key, var _) -> {
        String file = pkcs12(certificates);
        program
            .main()
            .note(
                pieces.get(
                    "note.pem",
                    "certificate",
                    ShellCode.word(certificates.toString()),
                    "key",
                    ShellCode.word(key.toString()),
                    "file",
                    ShellCode.word(file)));
        keys(file);
      }
    }
    return "keys()";
  }

  private void keys(String file) {
    program.main().note(pieces.get("note.password.key"));
    program.method(pieces.get("method.keys", "file", string(file)));
  }

  /** Where the PKCS#12 form of a PEM file should go. */
  static String pkcs12(Path certificates) {
    return certificates.toString().replaceAll("\\.(pem|crt|cer)$", "") + ".p12";
  }

  private String trust() {
    switch (tls.trust()) {
      case Trust.SystemStore() -> {
        return "null";
      }
      case Trust.Authority(Path pem) ->
          program.method(pieces.get("method.trust.authority", "file", string(pem.toString())));
      case Trust.Pinned(var _) ->
          program.method(pieces.get("method.trust.pinned", "anybody", pieces.get("anybody")));
      case Trust.None() ->
          program.method(pieces.get("method.trust.none", "anybody", pieces.get("anybody")));
    }
    return "trust()";
  }
}
