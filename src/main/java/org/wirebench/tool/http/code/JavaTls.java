package org.wirebench.tool.http.code;

import static org.wirebench.core.code.JavaCode.string;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;

/** Writes the TLS of a request in Java. */
final class JavaTls {
  private final Snippets pieces;
  private final Ask ask;
  private final JavaProgram program;
  private final StringBuilder client;

  /**
   * @param client takes the calls that build the client
   */
  JavaTls(Snippets pieces, Ask ask, JavaProgram program, StringBuilder client) {
    this.pieces = pieces;
    this.ask = ask;
    this.program = program;
    this.client = client;
  }

  void write() {
    TlsSettings tls = ask.tls();
    if (!ask.isSecure()) {
      return;
    }
    Optional<KeySource> own = tls.identity().filter(source -> !(source instanceof KeySource.Held));
    String trust = trust(tls.trust());
    own.ifPresent(this::keys);
    if (own.isPresent() || !trust.equals("null")) {
      String keys = own.isPresent() ? "keys()" : "null";
      program.method(pieces.get("method.context", "keys", keys, "trust", trust));
      client.append(pieces.get("client.context"));
    }
    if (Feature.of(ask).contains(Feature.TLS_VERSIONS)) {
      String versions =
          Arrays.stream(TlsVersion.values())
              .filter(one -> one.compareTo(tls.minimum()) >= 0)
              .filter(one -> one.compareTo(tls.maximum()) <= 0)
              .map(one -> string(one.protocol()))
              .collect(Collectors.joining(", "));
      client.append(pieces.get("client.versions", "versions", versions));
    }
  }

  private String trust(Trust trust) {
    switch (trust) {
      case Trust.SystemStore() -> {
        return "null";
      }
      case Trust.Authority(Path pem) ->
          program.method(pieces.get("method.authority", "file", string(pem.toString())));
      case Trust.Pinned(String sha256) ->
          program.method(
              pieces.get(
                  "method.trust",
                  "about",
                  pieces.get("about.pinned"),
                  "check",
                  pieces.get("check.pinned", "pin", string(sha256))));
      case Trust.None() ->
          program.method(
              pieces.get("method.trust", "about", pieces.get("about.anybody"), "check", ""));
    }
    return "trust()";
  }

  private void keys(KeySource own) {
    switch (own) {
      case KeySource.Pkcs12(Path file, String password) ->
          program.method(
              pieces.get(
                  "method.keys", "file", string(file.toString()), "password", string(password)));
      case KeySource.Pem(Path certificates, Path key, String password) -> {
        String store = certificates + ".p12";
        program
            .main()
            .note(
                pieces.get(
                    "note.pem",
                    "certificate",
                    CurlText.word(certificates.toString()),
                    "key",
                    CurlText.word(key.toString()),
                    "store",
                    CurlText.word(store)));
        program.method(
            pieces.get("method.keys", "file", string(store), "password", string(password)));
      }
      case KeySource.Held _ -> throw new IllegalArgumentException("in memory alone");
    }
  }
}
