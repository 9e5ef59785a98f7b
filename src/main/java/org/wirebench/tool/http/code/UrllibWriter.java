package org.wirebench.tool.http.code;

import static org.wirebench.tool.http.code.Literals.python;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.ProxyUrl;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.Options;

/** Writes a request for Python 3.9 and newer, with its own library alone. */
final class UrllibWriter {
  private static final Snippets PIECES = Snippets.of(UrllibWriter.class, "python-urllib.txt");

  private final Ask ask;
  private final Program program = new Program();
  private final Arguments handlers = new Arguments();
  private final Arguments arguments = new Arguments();

  private UrllibWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new UrllibWriter(ask).write();
  }

  private String write() {
    PythonText.begin(ask, "urllib.request", program);
    program.needs("urllib.error", "urllib.request");
    Feature.note(
        ask,
        "urllib",
        EnumSet.of(
            Feature.DIGEST,
            Feature.MOST_REDIRECTS,
            Feature.IDLE_TIME,
            Feature.PROXY,
            Feature.AUTHORITY,
            Feature.PINNED,
            Feature.KEY_PEM,
            Feature.KEY_PASSWORD,
            Feature.KEY_PKCS12,
            Feature.TLS_VERSIONS,
            Feature.BODY_ON_GET,
            Feature.KEPT_KEYS,
            Feature.TEXT_PART_TYPE,
            Feature.STREAMED_FILE),
        program);
    headers();
    body();
    redirects();
    proxy();
    tls();
    authorization();
    arguments.add("headers=HEADERS").add("method=" + python(ask.method()));
    program.block(PIECES.get("request", "arguments", arguments.toString()));
    if (hasSecrets()) {
      program.lines(PIECES.get("request.secrets"));
    }
    program.lines(
        handlers.toString().isEmpty()
            ? PIECES.get("opener")
            : PIECES.get("opener.handlers", "handlers", handlers.toString()));
    program.block(PIECES.get("answer", "timeout", Ask.seconds(ask.idle())));
    return PythonText.of(program);
  }

  /** Like the tool, a program shows its login and its cookies to no other server. */
  private void headers() {
    Map<String, String> plain = new LinkedHashMap<>(ask.joinedHeaders());
    Map<String, String> secret = new LinkedHashMap<>(plain);
    plain.keySet().removeIf(ask::isSecret);
    secret.keySet().removeIf(name -> !ask.isSecret(name));
    PythonText.dictionary("HEADERS", plain, program);
    if (hasSecrets()) {
      program.lines(PIECES.get("secrets"));
      PythonText.dictionary("SECRETS", secret, program);
    }
  }

  private boolean hasSecrets() {
    return ask.authorization() instanceof Authorization.Basic
        || ask.oauth().isPresent()
        || ask.joinedHeaders().keySet().stream().anyMatch(ask::isSecret);
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
        program.needs("urllib.parse");
        program.lines("FORM = " + PythonText.pairs(ask.form()) + "\n");
        arguments.add("data=urllib.parse.urlencode(FORM).encode()");
      }
      case Body.Multipart _ -> parts();
      case Body.File(String path, String _) -> {
        program.needs("os").lines(PIECES.get("body.file", "path", python(path)));
        arguments.add("data=open(FILE, \"rb\")");
      }
    }
    if (ask.hasBody() && ask.isOff("Content-Type")) {
      program.note(PIECES.get("note.type"));
    }
  }

  private void parts() {
    StringBuilder parts = new StringBuilder();
    for (Body.Part part : ask.parts()) {
      String content =
          part.isFile()
              ? "open(%s, \"rb\").read()".formatted(python(part.file()))
              : python(part.value()) + ".encode()";
      String filename = part.isFile() ? python(Ask.quoted(Ask.filename(part))) : "None";
      String type =
          part.isFile()
              ? python(Ask.type(part))
              : part.type().isEmpty() ? "None" : python(part.type());
      parts.append(
          "(%s, %s, %s, %s),\n"
              .formatted(python(Ask.quoted(part.name())), filename, type, content));
    }
    program.needs("uuid").block(PIECES.get("body.parts", "parts", parts.toString()));
    arguments.add("data=body");
  }

  private void redirects() {
    Options.Redirects redirects = ask.options().redirects();
    if (!redirects.follow()) {
      program.block(PIECES.get("redirects.none"));
      handlers.add("NoRedirects()");
    } else {
      program.block(PIECES.get("redirects", "most", String.valueOf(redirects.most())));
      handlers.add("redirects");
      if (!ask.isMethod("GET", "HEAD", "POST")) {
        program.note(PIECES.get("note.redirects"));
      }
    }
  }

  private void proxy() {
    ask.proxy()
        .ifPresent(
            way -> {
              if (way instanceof ProxySettings.HttpConnect) {
                program.block(PIECES.get("proxy", "url", python(ProxyUrl.of(way))));
                handlers.add("proxy");
              } else {
                handlers.add("urllib.request.ProxyHandler({})", PIECES.get("about.proxy.none"));
              }
            });
  }

  private void tls() {
    boolean context = PythonText.context(ask, false, program);
    if (ask.isSecure() && ask.tls().trust() instanceof Trust.Pinned(String sha256)) {
      program.needs("hashlib", "http.client");
      program.block(PIECES.get("pinned", "pin", python(sha256)));
      handlers.add("PinnedHandler(context=context)");
    } else if (context) {
      handlers.add("urllib.request.HTTPSHandler(context=context)");
    }
  }

  private void authorization() {
    switch (ask.authorization()) {
      case Authorization.Basic(String user, String password) -> {
        program.needs("base64");
        program.block(PIECES.get("auth.basic", "login", python(user + ":" + password)));
      }
      case Authorization.Digest(String user, String password) -> {
        program.block(PIECES.get("auth.digest", "login", PythonText.login(user, password)));
        handlers.add("urllib.request.HTTPDigestAuthHandler(passwords)");
      }
      case Authorization.OAuth2 oauth -> token(oauth);
      default -> {}
    }
  }

  private void token(Authorization.OAuth2 oauth) {
    if (!Ask.isForPrograms(oauth)) {
      PythonText.tokenOfPerson(oauth, program);
      program.block(PIECES.get("token.person"));
      return;
    }
    program.needs("json", "urllib.parse");
    String login = "";
    if (Ask.isByHeader(oauth)) {
      program.needs("base64");
      login =
          PIECES.get(
              "token.login",
              "login",
              python(Ask.login(oauth).user() + ":" + Ask.login(oauth).password()));
    }
    program.block(
        PIECES.get(
            "token",
            "url",
            python(oauth.tokenUrl()),
            "form",
            PythonText.pairs(Ask.tokenForm(oauth)),
            "login",
            login));
  }
}
