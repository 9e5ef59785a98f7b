package org.wirebench.tool.http.code;

import static org.wirebench.core.code.PythonCode.flag;
import static org.wirebench.tool.http.code.Literals.python;

import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.ProxyUrl;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HeaderLine;

/**
 * Writes a request for Python 3.9 and newer, with the library aiohttp: once, or repeated where the
 * plan of its load run was changed.
 */
final class AiohttpWriter {
  private static final Snippets PIECES = Snippets.of(AiohttpWriter.class, "python-aiohttp.txt");

  private final Ask ask;
  private final Program program = new Program();
  private final Arguments session = new Arguments();
  private final Arguments arguments = new Arguments();
  private boolean hasHeaders;

  private AiohttpWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new AiohttpWriter(ask).write();
  }

  private String write() {
    PythonText.begin(ask, "aiohttp", program);
    program.needs("asyncio", "aiohttp", "from yarl import URL as Url");
    Feature.note(
        ask,
        "aiohttp",
        EnumSet.of(
            Feature.MOST_REDIRECTS,
            Feature.CONNECT_TIME,
            Feature.IDLE_TIME,
            Feature.TOTAL_TIME,
            Feature.PROXY,
            Feature.SOCKS,
            Feature.AUTHORITY,
            Feature.PINNED,
            Feature.KEY_PEM,
            Feature.KEY_PASSWORD,
            Feature.KEY_PKCS12,
            Feature.TLS_VERSIONS,
            Feature.EXPECT,
            Feature.BODY_ON_GET,
            Feature.SEVERAL_HEADERS,
            Feature.TEXT_PART_TYPE,
            Feature.STREAMED_FILE,
            Feature.STREAMED_PARTS,
            Feature.LOAD),
        program);
    boolean needed = ask.oauth().isPresent() || !ask.options().decompress();
    hasHeaders = needed || !ask.headers().isEmpty();
    PythonText.headerList(ask, needed, program);
    if (!ask.options().decompress()) {
      program.lines(PIECES.get("identity"));
    }
    session();
    AiohttpLoad load = new AiohttpLoad(PIECES, ask, program);
    if (ask.isLoad()) {
      load.constants();
    }
    body();
    arguments();
    tls();
    String call =
        PIECES.get("call", "method", python(ask.method()), "arguments", arguments.toString());
    if (ask.isLoad()) {
      load.write(session, token(), call);
    } else {
      program.block(
          PIECES.get("main", "session", session.toString(), "token", token(), "call", call));
    }
    return PythonText.of(program);
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
        arguments.add("data=aiohttp.FormData(FORM)");
      }
      case Body.Multipart _ -> {
        StringBuilder fields = new StringBuilder();
        ask.parts().forEach(part -> fields.append(part(part)));
        program.block(PIECES.get("parts", "fields", fields.toString()));
        arguments.add("data=parts()");
      }
      case Body.File(String path, String _) ->
          arguments.add("data=open(" + python(path) + ", \"rb\")");
    }
  }

  private static String part(Body.Part part) {
    String text = part.type().isEmpty() ? "text/plain; charset=utf-8" : part.type();
    return part.isFile()
        ? "form.add_field(%s, open(%s, \"rb\"), filename=%s, content_type=%s)\n"
            .formatted(
                python(Ask.quoted(part.name())),
                python(part.file()),
                python(Ask.quoted(Ask.filename(part))),
                python(Ask.type(part)))
        : "form.add_field(%s, %s, content_type=%s)\n"
            .formatted(python(Ask.quoted(part.name())), python(part.value()), python(text));
  }

  private void session() {
    String total = ask.options().timeouts().total().map(Ask::seconds).orElse("None");
    program.lines(
        PIECES.get(
            "timeout",
            "total",
            total,
            "connect",
            Ask.seconds(ask.connect()),
            "idle",
            Ask.seconds(ask.idle())));
    session.add("timeout=TIMEOUT");
    if (ask.authorization() instanceof Authorization.Basic(String user, String password)) {
      // Not of the session, which shows it to other servers too, where a redirect leads to them.
      arguments.add(
          "auth=aiohttp.BasicAuth(" + PythonText.login(user, password) + ", encoding=\"utf-8\")");
    }
    ask.proxy().ifPresent(this::proxy);
  }

  private void proxy(ProxySettings way) {
    switch (way) {
      case ProxySettings.None() -> {}
      case ProxySettings.HttpConnect(var server, String user, String password) -> {
        arguments.add("proxy=" + python(PythonText.proxyUrl("http", server)));
        if (!user.isEmpty()) {
          arguments.add("proxy_auth=aiohttp.BasicAuth(" + PythonText.login(user, password) + ")");
        }
      }
      case ProxySettings.Socks5 socks -> {
        program.needs("from aiohttp_socks import ProxyConnector").note(PIECES.get("note.socks"));
        session.add("connector=ProxyConnector.from_url(" + python(ProxyUrl.of(socks)) + ")");
      }
    }
  }

  private void arguments() {
    if (hasHeaders) {
      arguments.add("headers=HEADERS");
    }
    TreeSet<String> off =
        ask.request().headers().stream()
            .filter(HeaderLine::off)
            .map(HeaderLine::name)
            .filter(name -> !ask.request().hasHeader(name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (ask.isMethod("POST", "PUT", "PATCH") && !ask.hasBody() && !ask.isTyped("Content-Type")) {
      // Else it says that nothing is bytes of any kind.
      off.add("Content-Type");
    }
    if (!off.isEmpty()) {
      List<String> names = off.stream().map(Literals::python).toList();
      arguments.add("skip_auto_headers=[" + String.join(", ", names) + "]");
    }
    boolean follow = ask.followsWithAll();
    arguments.add("allow_redirects=" + flag(follow));
    if (follow) {
      arguments.add("max_redirects=" + Math.max(1, ask.options().redirects().most()));
    }
    if (ask.options().expectContinue() && ask.hasBody()) {
      arguments.add("expect100=True");
    }
  }

  private void tls() {
    if (!ask.isSecure()) {
      return;
    }
    if (ask.tls().trust() instanceof Trust.Pinned(String sha256)) {
      program.block(PIECES.get("pinned", "pin", python(sha256)));
      arguments.add("ssl=FINGERPRINT");
      if (ask.tls().identity().isPresent()) {
        program.note(PIECES.get("note.pinned"));
      }
    } else if (PythonText.context(ask, false, program)) {
      arguments.add("ssl=context");
    }
  }

  private String token() {
    return ask.oauth()
        .map(
            oauth -> {
              if (!Ask.isForPrograms(oauth)) {
                PythonText.tokenOfPerson(oauth, program);
                return PIECES.get("token.person");
              }
              return PIECES.get(
                  "token",
                  "url",
                  python(oauth.tokenUrl()),
                  "form",
                  PythonText.pairs(Ask.tokenForm(oauth)),
                  "auth",
                  Ask.isByHeader(oauth)
                      ? "auth=aiohttp.BasicAuth(" + PythonText.login(oauth) + "),\n"
                      : "");
            })
        .orElse("");
  }
}
