package org.wirebench.tool.http.code;

import static org.wirebench.tool.http.code.Literals.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.PythonCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.ProxyUrl;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.NameValue;

/** What the programs of Python have in common. */
final class PythonText {
  private static final Snippets PIECES = Snippets.of(PythonText.class, "python.txt");
  private static final String FROM = "from ";

  private PythonText() {}

  /** The whole program. */
  static String of(Program program) {
    StringBuilder text = new StringBuilder(PythonCode.comment(program.head())).append('\n');
    for (String module : program.imports()) {
      text.append(module.startsWith(FROM) ? "" : "import ").append(module).append('\n');
    }
    return text.append('\n').append(program.body()).toString();
  }

  /** What the program is called, and its address. */
  static void begin(Ask ask, String library, Program program) {
    program.title(PIECES.get("title", "title", ask.title(), "library", library));
    program.title(PIECES.get("run"));
    program.block(PIECES.get("url", "url", python(ask.url())));
  }

  /** The headers as a dictionary; nothing for none. */
  static void headers(Ask ask, boolean needed, Program program) {
    Map<String, String> headers = ask.joinedHeaders();
    if (!headers.isEmpty() || needed) {
      dictionary("HEADERS", headers, program);
    }
  }

  /** Headers as a dictionary of this name. */
  static void dictionary(String name, Map<String, String> headers, Program program) {
    String lines =
        headers.entrySet().stream()
            .map(one -> python(one.getKey()) + ": " + bytes(one.getValue()) + ",\n")
            .collect(Collectors.joining());
    program.lines(
        lines.isEmpty() ? name + " = {}\n" : PIECES.get("headers", "name", name, "lines", lines));
  }

  /** The headers as a list, in which a name may come twice; nothing for none. */
  static void headerList(Ask ask, boolean needed, Program program) {
    List<HeaderLine> headers = ask.headers();
    if (!headers.isEmpty() || needed) {
      String lines =
          headers.stream()
              .map(one -> "(" + python(one.name()) + ", " + python(one.value()) + "),\n")
              .collect(Collectors.joining());
      program.lines(
          lines.isEmpty() ? "HEADERS = []\n" : PIECES.get("headers.list", "lines", lines));
    }
  }

  private static String bytes(String value) {
    return python(value) + (Literals.isAscii(value) ? "" : ".encode()");
  }

  /** The fields of a form as a list of pairs. */
  static String pairs(List<NameValue> fields) {
    return fields.isEmpty()
        ? "[]"
        : "[\n"
            + fields.stream()
                .map(one -> "    (" + python(one.name()) + ", " + python(one.value()) + "),\n")
                .collect(Collectors.joining())
            + "]";
  }

  /** The login of a client, which is encoded. */
  static String login(Authorization.OAuth2 oauth) {
    return login(Ask.login(oauth).user(), Ask.login(oauth).password());
  }

  /** A user and a password as one value. */
  static String login(String user, String password) {
    return python(user) + ", " + python(password);
  }

  /** The token that OAuth 2.0 asks for, which the environment holds after signing in. */
  static void tokenOfPerson(Authorization.OAuth2 oauth, Program program) {
    program.needs("os").note(PIECES.get("note.token", "url", oauth.authorizationUrl()));
  }

  /** The proxy as an address, with names to be resolved by it. */
  static String proxyUrl(ProxySettings way) {
    return ProxyUrl.of(way).replaceFirst("^socks5:", "socks5h:");
  }

  /** The proxy as an address without its login. */
  static String proxyUrl(String scheme, Endpoint server) {
    return scheme + "://" + server;
  }

  /** A context of the module ssl, in a variable {@code context}; false where none is needed. */
  static boolean context(Ask ask, boolean onlyForMore, Program program) {
    TlsSettings tls = ask.tls();
    boolean versions = Feature.of(ask).contains(Feature.TLS_VERSIONS);
    Optional<KeySource> own = tls.identity().filter(source -> !(source instanceof KeySource.Held));
    boolean isUsual = tls.trust() instanceof Trust.SystemStore;
    if (!ask.isSecure() || (own.isEmpty() && !versions && (isUsual || onlyForMore))) {
      return false;
    }
    program.needs("ssl");
    program.block(
        switch (tls.trust()) {
          case Trust.SystemStore() -> PIECES.get("tls.system");
          case Trust.Authority(Path pem) ->
              PIECES.get("tls.authority", "file", python(pem.toString()));
          case Trust.Pinned(var _) -> PIECES.get("tls.pinned");
          case Trust.None() -> PIECES.get("tls.none");
        });
    if (versions) {
      program.lines(
          PIECES.get(
              "tls.versions",
              "minimum",
              version(tls.minimum()),
              "maximum",
              version(tls.maximum())));
    }
    own.ifPresent(source -> identity(source, program));
    return true;
  }

  private static String version(TlsVersion version) {
    return version.protocol().replace('.', '_');
  }

  private static void identity(KeySource own, Program program) {
    switch (own) {
      case KeySource.Pem(Path certificates, Path key, String password) ->
          identity(certificates.toString(), key.toString(), password, program);
      case KeySource.Pkcs12(Path file, String password) -> {
        String pem = file + ".pem";
        program.note(
            PIECES.get(
                "note.pkcs12", "file", CurlText.word(file.toString()), "pem", CurlText.word(pem)));
        identity(pem, pem, password, program);
      }
      case KeySource.Held _ -> throw new IllegalArgumentException("in memory alone");
    }
  }

  private static void identity(String certificate, String key, String password, Program program) {
    program.lines(
        PIECES.get(
            "tls.identity",
            "certificate",
            python(certificate),
            "key",
            python(key),
            "password",
            password.isEmpty() ? "" : ", password=" + python(password)));
  }
}
