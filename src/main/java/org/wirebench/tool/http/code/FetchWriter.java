package org.wirebench.tool.http.code;

import static org.wirebench.tool.http.code.Literals.javaScript;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaCode;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Options;

/** Writes a request for JavaScript, with the fetch of Node.js 18 and newer and of browsers. */
final class FetchWriter {
  private static final Snippets PIECES = Snippets.of(FetchWriter.class, "javascript.txt");

  private final Ask ask;
  private final Program program = new Program();
  private final Arguments options = new Arguments();

  private FetchWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new FetchWriter(ask).write();
  }

  private String write() {
    program.title(PIECES.get("title", "title", ask.title()));
    boolean authority = ask.isSecure() && ask.tls().trust() instanceof Trust.Authority;
    program.title(
        authority
            ? PIECES.get(
                "run.authority",
                "file",
                CurlText.word(((Trust.Authority) ask.tls().trust()).pem().toString()))
            : PIECES.get("run"));
    Feature.note(
        ask,
        "fetch",
        EnumSet.of(Feature.AUTHORITY, Feature.SEVERAL_HEADERS, Feature.TOTAL_TIME),
        program);
    if (ask.isSecure() && ask.tls().trust() instanceof Trust.None) {
      program.block(PIECES.get("anybody"));
    }
    program.block(PIECES.get("url", "url", javaScript(ask.url())));
    options.add("method: " + javaScript(ask.method()));
    body();
    headers();
    Options how = ask.options();
    options.add("redirect: " + (ask.followsWithAll() ? "\"follow\"" : "\"manual\""));
    how.timeouts()
        .total()
        .ifPresent(time -> options.add("signal: AbortSignal.timeout(" + time.toMillis() + ")"));
    program.block(PIECES.get("ask", "options", options.toString()));
    program.block(PIECES.get("answer"));
    StringBuilder text = new StringBuilder(JavaCode.comment(program.head())).append('\n');
    program.imports().forEach(line -> text.append(line).append('\n'));
    return text.append(program.imports().isEmpty() ? "" : "\n").append(program.body()).toString();
  }

  private void headers() {
    List<HeaderLine> headers = ask.headers();
    boolean login = ask.authorization() instanceof Authorization.Basic || ask.oauth().isPresent();
    if (headers.isEmpty() && !login) {
      return;
    }
    String lines =
        headers.stream()
            .map(
                one ->
                    "[%s, %s],\n"
                        .formatted(
                            javaScript(one.name()), javaScript(Literals.bytesAsText(one.value()))))
            .collect(Collectors.joining());
    program.lines(
        lines.isEmpty() ? PIECES.get("headers.none") : PIECES.get("headers", "lines", lines));
    options.add("headers");
    if (ask.authorization() instanceof Authorization.Basic(String user, String password)) {
      program.block(PIECES.get("basic", "login", javaScript(user + ":" + password)));
    }
    ask.oauth().ifPresent(this::token);
  }

  private void token(Authorization.OAuth2 oauth) {
    if (!Ask.isForPrograms(oauth)) {
      program.note(PIECES.get("note.token", "url", oauth.authorizationUrl()));
      program.block(PIECES.get("token.person"));
      return;
    }
    program.block(
        PIECES.get(
            "token",
            "url",
            javaScript(oauth.tokenUrl()),
            "login",
            Ask.isByHeader(oauth)
                ? PIECES.get(
                    "token.login",
                    "login",
                    javaScript(Ask.login(oauth).user() + ":" + Ask.login(oauth).password()))
                : "",
            "form",
            pairs(Ask.tokenForm(oauth))));
  }

  private static String pairs(List<NameValue> fields) {
    return fields.stream()
        .map(one -> "[%s, %s],\n".formatted(javaScript(one.name()), javaScript(one.value())))
        .collect(Collectors.joining());
  }

  private void body() {
    if (ask.isMethod("GET", "HEAD")) {
      return;
    }
    switch (ask.request().body()) {
      case Body.None _ -> {
        return;
      }
      case Body.Text _, Body.GraphQl _ -> {
        String text = ask.text().orElseThrow();
        program.lines(
            ask.isOff("Content-Type")
                ? PIECES.get("body.bytes", "text", javaScript(text))
                : PIECES.get("body.text", "text", Literals.javaScriptLines(text)));
      }
      case Body.Form _ -> program.lines(PIECES.get("body.form", "fields", pairs(ask.form())));
      case Body.Multipart _ -> {
        program.lines(PIECES.get("body.parts"));
        ask.parts().forEach(this::part);
      }
      case Body.File(String path, String _) -> {
        program.needs("import { readFile } from \"node:fs/promises\";");
        program.lines(PIECES.get("body.file", "path", javaScript(path)));
      }
    }
    options.add("body");
  }

  private void part(Body.Part part) {
    if (part.isFile()) {
      program.needs("import { readFile } from \"node:fs/promises\";");
      program.lines(
          PIECES.get(
              "part.file",
              "name",
              javaScript(part.name()),
              "path",
              javaScript(part.file()),
              "type",
              javaScript(Ask.type(part)),
              "filename",
              javaScript(Ask.filename(part))));
    } else {
      program.lines(
          PIECES.get(
              "part.text", "name", javaScript(part.name()), "value", javaScript(part.value())));
    }
  }
}
