package org.wirebench.tool.http.code;

import static org.wirebench.core.code.JavaCode.string;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;

/** Writes a request as one file of Java that {@code java} starts, for JDK 21 and newer. */
final class JavaWriter {
  private static final Snippets PIECES = Snippets.of(JavaWriter.class, "java.txt");

  /** What the platform lets a program say only if a property allows it. */
  private static final Set<String> RESTRICTED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final Ask ask;
  private final JavaProgram program = new JavaProgram();
  private final Program main = program.main();
  private final StringBuilder client = new StringBuilder();
  private final StringBuilder request = new StringBuilder();

  private JavaWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new JavaWriter(ask).write();
  }

  private String write() {
    main.title(PIECES.get("title", "title", ask.title())).title(PIECES.get("run"));
    Feature.note(
        ask,
        "HttpClient",
        EnumSet.of(
            Feature.HTTP_2,
            Feature.MOST_REDIRECTS,
            Feature.CONNECT_TIME,
            Feature.TOTAL_TIME,
            Feature.PROXY,
            Feature.AUTHORITY,
            Feature.PINNED,
            Feature.KEY_PEM,
            Feature.KEY_PASSWORD,
            Feature.KEY_PKCS12,
            Feature.TLS_VERSIONS,
            Feature.EXPECT,
            Feature.BODY_ON_GET,
            Feature.KEPT_KEYS,
            Feature.SEVERAL_HEADERS,
            Feature.TEXT_PART_TYPE,
            Feature.STREAMED_PARTS,
            Feature.STREAMED_FILE),
        main);
    program.field(PIECES.get("url", "url", string(url())));
    String publisher = publisher();
    properties();
    client();
    proxy();
    new JavaTls(PIECES, ask, program, client).write();
    main.block(PIECES.get("client", "calls", client.toString()));
    headers();
    main.block(
        PIECES.get(
            "request",
            "method",
            string(ask.method()),
            "publisher",
            publisher,
            "calls",
            request.toString()));
    String most = String.valueOf(ask.options().redirects().most());
    main.block(forgets() ? PIECES.get("send.forgetting", "most", most) : PIECES.get("send"));
    main.block(PIECES.get("answer"));
    if (forgets()) {
      forget();
    }
    return program.write(PIECES);
  }

  /** Older platforms, and for keys all of them, show a redirect's server what was for the first. */
  private boolean forgets() {
    return !ask.secretsToForget().isEmpty();
  }

  private void forget() {
    String names =
        ask.secretsToForget().stream()
            .map(name -> string(name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    program.field(PIECES.get("field.secrets", "names", names));
    program.method(PIECES.get("method.follow"));
  }

  /** The platform is stricter than browsers about what may stand in an address as it is. */
  private String url() {
    String url = ask.url();
    String strict =
        url.chars()
            .mapToObj(c -> "|{}^`".indexOf(c) >= 0 ? Percent.strict("" + (char) c) : "" + (char) c)
            .collect(Collectors.joining());
    if (!strict.equals(url)) {
      main.note(PIECES.get("note.url"));
    }
    return strict;
  }

  private void properties() {
    Set<String> restricted = new TreeSet<>();
    ask.headers().stream()
        .map(header -> header.name().toLowerCase(Locale.ROOT))
        .filter(RESTRICTED::contains)
        .forEach(restricted::add);
    StringBuilder properties = new StringBuilder();
    if (!restricted.isEmpty()) {
      properties.append(
          PIECES.get("property.headers", "names", string(String.join(",", restricted))));
    }
    if (ask.options().redirects().follow() && !forgets()) {
      properties.append(
          PIECES.get(
              "property.redirects",
              "most",
              string(String.valueOf(ask.options().redirects().most()))));
    }
    if (ask.proxy().isPresent()
        && ask.proxy().get() instanceof ProxySettings.HttpConnect(var _, String user, var _)
        && !user.isEmpty()) {
      properties.append(PIECES.get("property.proxy"));
    }
    main.block(properties.toString());
    ask.oauth().ifPresent(oauth -> main.block(token(oauth)));
  }

  private void client() {
    boolean two =
        ask.options().version() == HttpVersion.HTTP_2
            || (ask.options().version() == HttpVersion.AUTO && ask.isSecure());
    client.append(
        PIECES.get("client.version", "version", two && ask.isSecure() ? "HTTP_2" : "HTTP_1_1"));
    client.append(
        PIECES.get(
            "client.redirects",
            "redirects",
            ask.options().redirects().follow() && !forgets() ? "ALWAYS" : "NEVER"));
    client.append(PIECES.get("client.connect", "millis", String.valueOf(ask.connect().toMillis())));
  }

  private void proxy() {
    if (ask.proxy().isPresent()
        && ask.proxy().get()
            instanceof ProxySettings.HttpConnect(var server, String user, String password)) {
      client.append(
          PIECES.get(
              "client.proxy",
              "host",
              string(server.host()),
              "port",
              String.valueOf(server.port())));
      if (!user.isEmpty()) {
        client.append(PIECES.get("client.login"));
        program.method(
            PIECES.get("method.login", "user", string(user), "password", string(password)));
      }
    }
  }

  private void headers() {
    request.append(
        PIECES.get(
            "request.timeout",
            "millis",
            String.valueOf(ask.options().timeouts().total().orElse(ask.idle()).toMillis())));
    for (HeaderLine header : ask.headers()) {
      if (header.is("Transfer-Encoding")) {
        main.note(PIECES.get("note.coding"));
      } else {
        if (!Literals.isAscii(header.value())) {
          main.note(PIECES.get("note.ascii"));
        }
        header(string(header.name()), string(header.value()));
      }
    }
    switch (ask.authorization()) {
      case Authorization.Basic(String user, String password) -> {
        program.method(PIECES.get("method.basic"));
        header("\"Authorization\"", "basic(" + string(user + ":" + password) + ")");
      }
      case Authorization.OAuth2 _ -> header("\"Authorization\"", "\"Bearer \" + token");
      default -> {}
    }
    if (ask.request().body() instanceof Body.Multipart && !ask.isTyped("Content-Type")) {
      header("\"Content-Type\"", "\"multipart/form-data; boundary=\" + BOUNDARY");
    }
    if (ask.options().expectContinue() && ask.hasBody()) {
      request.append(PIECES.get("request.expect"));
    }
  }

  private void header(String name, String value) {
    request.append(".header(").append(name).append(", ").append(value).append(")\n");
  }

  private String publisher() {
    return switch (ask.request().body()) {
      case Body.None _ -> PIECES.get("body.none");
      case Body.Text _, Body.GraphQl _ -> {
        program.field(
            PIECES.get("body.field", "text", Literals.javaLines(ask.text().orElseThrow())));
        yield PIECES.get("body.text");
      }
      case Body.Form _ -> {
        program.method(PIECES.get("method.form", "fields", fields(ask.form())));
        yield PIECES.get("body.form");
      }
      case Body.Multipart _ -> {
        program.field(PIECES.get("body.boundary"));
        program.method(PIECES.get("method.text"));
        program.method(PIECES.get("method.parts", "parts", parts()));
        yield PIECES.get("body.parts");
      }
      case Body.File(String path, String _) -> PIECES.get("body.file", "path", string(path));
    };
  }

  private static String fields(List<NameValue> fields) {
    return fields.stream()
            .map(field -> "  {" + string(field.name()) + ", " + string(field.value()) + "}")
            .collect(Collectors.joining(",\n"))
        + "\n";
  }

  private String parts() {
    StringBuilder parts = new StringBuilder();
    for (Body.Part part : ask.parts()) {
      String head = "; name=\"" + Ask.quoted(part.name()) + '"';
      if (part.isFile()) {
        head += "; filename=\"" + Ask.quoted(Ask.filename(part)) + "\"";
        head += "\r\nContent-Type: " + Ask.type(part) + "\r\n\r\n";
        parts.append(PIECES.get("part.file", "head", string(head), "path", string(part.file())));
      } else {
        String type = part.type().isEmpty() ? "" : "\r\nContent-Type: " + part.type();
        head += type + "\r\n\r\n" + part.value() + "\r\n";
        parts.append(PIECES.get("part.text", "head", string(head)));
      }
    }
    return parts.toString();
  }

  private String token(Authorization.OAuth2 oauth) {
    if (!Ask.isForPrograms(oauth)) {
      main.note(PIECES.get("note.token", "url", oauth.authorizationUrl()));
      return PIECES.get("token.person");
    }
    String form =
        Ask.tokenForm(oauth).stream()
            .map(field -> Percent.form(field.name()) + "=" + Percent.form(field.value()))
            .collect(Collectors.joining("&"));
    String login = "";
    if (Ask.isByHeader(oauth)) {
      program.method(PIECES.get("method.basic"));
      Authorization.Basic client = Ask.login(oauth);
      login =
          ".header(\"Authorization\", basic("
              + string(client.user() + ":" + client.password())
              + "))\n";
    }
    program.method(
        PIECES.get(
            "method.token", "url", string(oauth.tokenUrl()), "login", login, "form", string(form)));
    return PIECES.get("token");
  }
}
