package org.wirebench.tool.http.code;

import static org.wirebench.core.code.PythonCode.flag;
import static org.wirebench.tool.http.code.Literals.python;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;

/** Writes a request for Python 3.9 and newer, with the library requests. */
final class RequestsWriter {
  private static final Snippets PIECES = Snippets.of(RequestsWriter.class, "python-requests.txt");

  private final Ask ask;
  private final Program program = new Program();
  private final Arguments arguments = new Arguments();

  private RequestsWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new RequestsWriter(ask).write();
  }

  private String write() {
    PythonText.begin(ask, "requests", program);
    program.needs("requests");
    Feature.note(
        ask,
        "requests",
        EnumSet.of(
            Feature.DIGEST,
            Feature.AWS,
            Feature.MOST_REDIRECTS,
            Feature.CONNECT_TIME,
            Feature.IDLE_TIME,
            Feature.PROXY,
            Feature.SOCKS,
            Feature.AUTHORITY,
            Feature.PINNED,
            Feature.KEY_PEM,
            Feature.KEY_PASSWORD,
            Feature.KEY_PKCS12,
            Feature.SERVER_NAME,
            Feature.TLS_VERSIONS,
            Feature.BODY_ON_GET,
            Feature.KEPT_KEYS,
            Feature.TEXT_PART_TYPE,
            Feature.STREAMED_FILE),
        program);
    boolean headers = ask.oauth().isPresent() || !ask.options().decompress();
    PythonText.headers(ask, headers, program);
    if (headers || !ask.headers().isEmpty()) {
      arguments.add("headers=HEADERS");
    }
    body();
    program.block(forgets() ? forgetting() : PIECES.get("session"));
    session();
    tls();
    token();
    arguments.add("allow_redirects=" + flag(ask.options().redirects().follow()));
    arguments.add(
        "timeout=(%s, %s)".formatted(Ask.seconds(ask.connect()), Ask.seconds(ask.idle())),
        PIECES.get("about.timeout"));
    program.block(
        PIECES.get("ask", "method", python(ask.method()), "arguments", arguments.toString()));
    program.block(PIECES.get("answer"));
    return PythonText.of(program);
  }

  private boolean forgets() {
    boolean digest =
        ask.options().redirects().follow() && ask.authorization() instanceof Authorization.Digest;
    return digest || !ask.keysToForget().isEmpty();
  }

  private String forgetting() {
    List<String> names = ask.keysToForget().stream().map(Literals::python).toList();
    return PIECES.get("session.forgetting", "names", String.join(", ", names));
  }

  private void body() {
    switch (ask.request().body()) {
      case Body.None _ -> {}
      case Body.Text _, Body.GraphQl _ -> {
        String text = ask.text().orElseThrow();
        program.lines(PIECES.get("body.text", "text", Literals.pythonLines(text)));
        arguments.add("data=BODY.encode()");
      }
      case Body.Form _ -> {
        program.lines("FORM = " + PythonText.pairs(ask.form()) + "\n");
        arguments.add("data=FORM");
      }
      case Body.Multipart _ -> {
        StringBuilder parts = new StringBuilder();
        ask.parts().forEach(part -> parts.append(part(part)));
        program.lines(PIECES.get("body.parts", "parts", parts.toString()));
        arguments.add("files=PARTS");
      }
      case Body.File(String path, String _) ->
          arguments.add("data=open(" + python(path) + ", \"rb\")");
    }
  }

  private static String part(Body.Part part) {
    String type = part.type().isEmpty() ? "" : ", " + python(part.type());
    String content =
        part.isFile()
            ? "%s, open(%s, \"rb\"), %s"
                .formatted(python(Ask.filename(part)), python(part.file()), python(Ask.type(part)))
            : "None, " + python(part.value()) + type;
    return "(" + python(part.name()) + ", (" + content + ")),\n";
  }

  private void session() {
    if (ask.options().redirects().follow()) {
      program.lines(
          PIECES.get("redirects", "most", String.valueOf(ask.options().redirects().most())));
    }
    ask.proxy()
        .ifPresent(
            way -> {
              boolean none = way instanceof ProxySettings.None;
              program.lines(
                  none
                      ? PIECES.get("proxy.none")
                      : PIECES.get("proxy", "url", python(PythonText.proxyUrl(way))));
              if (way instanceof ProxySettings.Socks5) {
                program.note(PIECES.get("note.socks"));
              }
            });
    switch (ask.authorization()) {
      case Authorization.Basic(String user, String password) ->
          program.lines(PIECES.get("auth.basic", "login", login(user, password)));
      case Authorization.Digest(String user, String password) -> {
        program.needs("from requests.auth import HTTPDigestAuth");
        program.lines(PIECES.get("auth.digest", "login", login(user, password)));
      }
      case Authorization.Aws aws -> {
        program.needs("from requests_aws4auth import AWS4Auth").note(PIECES.get("note.aws"));
        program.lines(
            PIECES.get(
                "auth.aws",
                "keys",
                PythonText.login(aws.accessKey(), aws.secretKey()),
                "scope",
                PythonText.login(aws.region(), aws.service())));
      }
      default -> {}
    }
  }

  private static String login(String user, String password) {
    return Literals.isAscii(user + password)
        ? PythonText.login(user, password)
        : python(user) + ".encode(), " + python(password) + ".encode()";
  }

  private void tls() {
    if (!ask.isSecure()) {
      return;
    }
    StringBuilder pool = new StringBuilder();
    if (PythonText.context(ask, true, program)) {
      pool.append("\"ssl_context\": context,\n");
    }
    switch (ask.tls().trust()) {
      case Trust.SystemStore() -> {}
      case Trust.Authority(Path pem) -> arguments.add("verify=" + python(pem.toString()));
      case Trust.None() -> arguments.add("verify=False", PIECES.get("about.anybody"));
      case Trust.Pinned(String sha256) -> {
        arguments.add("verify=False", PIECES.get("about.pinned"));
        pool.append("\"assert_fingerprint\": ").append(python(sha256)).append(",\n");
      }
    }
    if (!ask.tls().serverName().isEmpty()) {
      String name = python(ask.tls().serverName());
      pool.append("\"server_hostname\": ").append(name).append(",\n");
      pool.append("\"assert_hostname\": ").append(name).append(",\n");
    }
    if (!pool.isEmpty()) {
      program.needs("from requests.adapters import HTTPAdapter");
      program.block(PIECES.get("adapter", "pool", pool.toString()));
    }
  }

  private void token() {
    if (!ask.options().decompress()) {
      program.block(PIECES.get("identity"));
    }
    ask.oauth()
        .ifPresent(
            oauth -> {
              if (!Ask.isForPrograms(oauth)) {
                PythonText.tokenOfPerson(oauth, program);
                program.block(PIECES.get("token.person"));
                return;
              }
              program.block(
                  PIECES.get(
                      "token",
                      "url",
                      python(oauth.tokenUrl()),
                      "form",
                      PythonText.pairs(Ask.tokenForm(oauth)),
                      "auth",
                      Ask.isByHeader(oauth) ? "auth=(" + PythonText.login(oauth) + "),\n" : ""));
            });
  }
}
