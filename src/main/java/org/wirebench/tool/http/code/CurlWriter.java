package org.wirebench.tool.http.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.ShellCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.Options;

/** Writes a request as one command of curl, with its secrets as they are typed. */
final class CurlWriter {
  private static final Snippets PIECES = Snippets.of(CurlWriter.class, "curl.txt");
  private static final Pattern GLOB = Pattern.compile("[\\[\\]{}]");
  private static final Pattern DOTS = Pattern.compile("(?i).*/(\\.|%2e){1,2}(/.*)?");

  private final Ask ask;
  private final Program program = new Program();
  private final List<String> options = new ArrayList<>();

  private CurlWriter(Ask ask) {
    this.ask = ask;
  }

  static String write(Ask ask) {
    return new CurlWriter(ask).write();
  }

  private String write() {
    Set<Feature> can = EnumSet.allOf(Feature.class);
    can.removeAll(
        EnumSet.of(
            Feature.PINNED,
            Feature.KEY_HELD,
            Feature.SERVER_NAME,
            Feature.ALPN,
            Feature.LARGEST,
            Feature.KEPT_KEYS,
            Feature.LOAD));
    Feature.note(ask, "curl", can, program);
    CurlBody body = new CurlBody(ask, this::option);
    method(body);
    headers(body);
    authorization();
    body.write();
    how();
    tls();
    String command = String.join(" \\\n  ", options);
    boolean isHeaded = !program.head().isBlank();
    return (isHeaded ? ShellCode.comment(program.head().strip()) + "\n" : "")
        + token()
        + body.before()
        + "curl "
        + CurlText.word(ask.url())
        + (command.isEmpty() ? "" : " \\\n  " + command)
        + "\n";
  }

  private void option(String name) {
    options.add(name);
  }

  private void option(String name, String value) {
    options.add(name + " " + CurlText.word(value));
  }

  private void method(CurlBody body) {
    String implied = body.impliedMethod();
    if (GLOB.matcher(ask.request().url().target() + body.globbed()).find()) {
      option("--globoff");
    }
    if (DOTS.matcher(ask.request().url().path()).matches()) {
      option("--path-as-is");
    }
    if (ask.method().equals("HEAD") && !ask.hasBody()) {
      option("--head");
    } else if (!ask.method().equals(implied)) {
      option("--request", ask.method());
      if (ask.followsWithAll() && !ask.isMethod("GET", "HEAD")) {
        program.note(PIECES.get("note.method"));
      }
      if (ask.isMethod("HEAD")) {
        program.note(PIECES.get("note.head"));
      }
    }
  }

  private void headers(CurlBody body) {
    for (HeaderLine header : ask.headers()) {
      if (!header.is("Content-Type") || !body.impliedType().equals(Optional.of(header.value()))) {
        option("--header", header.value().isEmpty() ? header.name() + ";" : header.toString());
      }
    }
    for (String added : List.of("User-Agent", "Accept")) {
      if (ask.isOff(added)) {
        option("--header", added + ":");
      }
    }
    if (body.impliedType().isPresent() && (ask.isOff("Content-Type") || !ask.hasBody())) {
      option("--header", "Content-Type:");
    }
    if (ask.options().expectContinue() && !ask.isTyped("Expect")) {
      option("--header", "Expect: 100-continue");
    }
  }

  private void authorization() {
    switch (ask.authorization()) {
      case Authorization.Basic login -> option("--user", login(login));
      case Authorization.Digest(String user, String password) -> {
        option("--digest");
        option("--user", user + ":" + password);
        if (user.contains(":")) {
          program.note(PIECES.get("note.colon"));
        }
      }
      case Authorization.Aws aws -> {
        option("--aws-sigv4", "aws:amz:" + aws.region() + ":" + aws.service());
        option("--user", aws.accessKey() + ":" + aws.secretKey());
      }
      case Authorization.OAuth2 _ -> option("--header \"Authorization: Bearer $ACCESS_TOKEN\"");
      case Authorization.None _, Authorization.Bearer _, Authorization.ApiKey _ -> {}
    }
  }

  private static String login(Authorization.Basic login) {
    return login.user() + ":" + login.password();
  }

  /** The command that fetches a token first. */
  private String token() {
    if (ask.oauth().isEmpty()) {
      return "";
    }
    Authorization.OAuth2 oauth = ask.oauth().get();
    if (!Ask.isForPrograms(oauth)) {
      return PIECES.get("token.person", "url", oauth.authorizationUrl().replaceAll("[^!-~]", ""));
    }
    StringBuilder form = new StringBuilder();
    if (Ask.isByHeader(oauth)) {
      form.append("--user ").append(CurlText.word(login(Ask.login(oauth)))).append(" \\\n");
    }
    Ask.tokenForm(oauth)
        .forEach(
            field ->
                form.append("--data-urlencode ")
                    .append(CurlText.word(field.name() + "=" + field.value()))
                    .append(" \\\n"));
    return PIECES.get("token", "url", CurlText.word(oauth.tokenUrl()), "form", form.toString())
        + "\n";
  }

  private void how() {
    Options how = ask.options();
    boolean two = how.version() == HttpVersion.HTTP_2 || how.version() == HttpVersion.H2C;
    if (how.version() == HttpVersion.HTTP_1_1) {
      option("--http1.1");
    } else if (two) {
      option(ask.isSecure() ? "--http2" : "--http2-prior-knowledge");
    }
    if (how.family() != Family.ANY) {
      option(how.family() == Family.IPV4 ? "--ipv4" : "--ipv6");
    }
    if (ask.followsWithAll()) {
      option("--location");
      option("--max-redirs", String.valueOf(how.redirects().most()));
      if (how.redirects().keepMethod()) {
        option("--post301");
        option("--post302");
      }
    }
    Options.Timeouts timeouts = how.timeouts();
    timeouts.connect().ifPresent(time -> option("--connect-timeout", Ask.seconds(time)));
    timeouts
        .idle()
        .ifPresent(
            time -> {
              option("--speed-limit", "1");
              option("--speed-time", String.valueOf(Math.max(1, time.toSeconds())));
            });
    timeouts.total().ifPresent(time -> option("--max-time", Ask.seconds(time)));
    if (how.decompress()) {
      option("--compressed");
    }
    ask.proxy().ifPresent(this::proxy);
  }

  private void proxy(ProxySettings way) {
    switch (way) {
      case ProxySettings.None() -> option("--noproxy", "*");
      case ProxySettings.HttpConnect(Endpoint server, String user, String password) -> {
        option("--proxy", "http://" + server);
        proxyLogin(user, password);
      }
      case ProxySettings.Socks5(Endpoint server, String user, String password) -> {
        option("--proxy", "socks5h://" + server);
        proxyLogin(user, password);
      }
    }
  }

  private void proxyLogin(String user, String password) {
    if (!user.isEmpty()) {
      option("--proxy-user", user + ":" + password);
    }
  }

  private void tls() {
    TlsSettings tls = ask.tls();
    switch (tls.trust()) {
      case Trust.SystemStore(), Trust.Pinned(var _) -> {}
      case Trust.Authority(Path pem) -> option("--cacert", pem.toString());
      case Trust.None() -> option("--insecure");
    }
    if (tls.minimum() != TlsSettings.DEFAULT.minimum()) {
      option("--tlsv" + number(tls.minimum()));
    }
    if (tls.maximum() != TlsSettings.DEFAULT.maximum()) {
      option("--tls-max", number(tls.maximum()));
    }
    tls.identity().ifPresent(this::identity);
  }

  private static String number(TlsVersion version) {
    return version.title().substring("TLS ".length());
  }

  private void identity(KeySource own) {
    switch (own) {
      case KeySource.Pem(Path certificates, Path key, String password) -> {
        option("--cert", escaped(certificates));
        if (!key.equals(certificates)) {
          option("--key", key.toString());
        }
        pass(password);
      }
      case KeySource.Pkcs12(Path file, String password) -> {
        option("--cert", escaped(file));
        option("--cert-type", "P12");
        pass(password);
      }
      case KeySource.Held _ -> {}
    }
  }

  /** A colon would end the path and begin the password. */
  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\").replace(":", "\\:");
  }

  private void pass(String password) {
    if (!password.isEmpty()) {
      option("--pass", password);
    }
  }
}
