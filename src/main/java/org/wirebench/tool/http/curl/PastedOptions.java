package org.wirebench.tool.http.curl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;

/** How a command is carried out: version, redirects, times, proxy and TLS. */
final class PastedOptions {
  private static final Messages TEXT = Messages.of(PastedOptions.class);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?\\d*");
  private static final Pattern ZERO = Pattern.compile("[0.]+");
  private static final Pattern VARIABLE = Pattern.compile(".*\\{\\{.*}}.*");
  private static final Pattern PROXY =
      Pattern.compile("(?:(?<scheme>[A-Za-z0-9]+)://)?(?:(?<login>[^@/]*)@)?(?<server>[^/]*)/?");
  private static final Pattern PKCS12 = Pattern.compile("(?i).*\\.(p12|pfx)");
  private static final int MOST_REDIRECTS = 100;

  private final Given given;
  private final List<String> notes;

  PastedOptions(Given given, List<String> notes) {
    this.given = given;
    this.notes = notes;
  }

  /**
   * {@code request} with what the options say.
   *
   * @param url the address, as it is typed
   */
  Tree.Fields addTo(Tree.Fields request, String url) {
    Tree.Fields all = version(request, url);
    if (given.has("ipv4") != given.has("ipv6")) {
      all = all.with("family", given.has("ipv4") ? "ipv4" : "ipv6");
    }
    all = redirects(all);
    all = seconds(all, "connect-timeout", "connectTimeout");
    all = seconds(all, "speed-time", "idleTimeout");
    all = seconds(all, "max-time", "timeout");
    Optional<String> proxy = proxy();
    if (proxy.isPresent()) {
      all = all.with("proxy", proxy.get());
    }
    Tree.Fields tls = tls();
    return tls.values().isEmpty() ? all : all.with("tls", tls);
  }

  private Tree.Fields version(Tree.Fields request, String url) {
    if (given.has("http2-prior-knowledge")) {
      return request.with(
          "version", url.toLowerCase(Locale.ROOT).startsWith("https:") ? "2" : "h2c");
    }
    if (given.has("http2")) {
      if (url.toLowerCase(Locale.ROOT).startsWith("http:")) {
        notes.add(TEXT.get("version.upgrade"));
        return request;
      }
      return request.with("version", "2");
    }
    return given.has("http1.1") ? request.with("version", "1.1") : request;
  }

  private Tree.Fields redirects(Tree.Fields request) {
    if (!given.has("location") && !given.has("location-trusted")) {
      return request.with("redirects", "false");
    }
    if (given.has("location-trusted")) {
      notes.add(TEXT.get("redirects.trusted"));
    }
    Tree.Fields all = request;
    Optional<String> most = given.last("max-redirs");
    if (most.isPresent()) {
      boolean many =
          most.get().equals("-1")
              || (most.get().matches("\\d+")
                  && (most.get().length() > 3 || Integer.parseInt(most.get()) > MOST_REDIRECTS));
      if (many) {
        notes.add(TEXT.get("redirects.many", MOST_REDIRECTS));
      }
      all = all.with("maxRedirects", many ? String.valueOf(MOST_REDIRECTS) : most.get());
    }
    boolean keeps = given.has("post301") || given.has("post302");
    return keeps ? all.with("keepMethod", "true") : all;
  }

  private Tree.Fields seconds(Tree.Fields request, String option, String field) {
    String typed = given.last(option).orElse("");
    if (typed.isEmpty() || ZERO.matcher(typed).matches()) {
      return request;
    }
    Matcher seconds = SECONDS.matcher(typed);
    if (!seconds.matches() && !VARIABLE.matcher(typed).matches()) {
      notes.add(TEXT.get("seconds.wrong", "--" + option, Escapes.display(typed)));
      return request;
    }
    return request.with(field, typed + "s");
  }

  private Optional<String> proxy() {
    Optional<String> socks = given.last("socks5").or(() -> given.last("socks5-hostname"));
    Optional<String> typed =
        given.last("proxy").or(() -> socks.map(server -> "socks5://" + server));
    Optional<String> without = given.last("noproxy");
    if (without.filter("*"::equals).isPresent() || typed.filter(String::isBlank).isPresent()) {
      return Optional.of("none");
    }
    without.ifPresent(hosts -> notes.add(TEXT.get("proxy.without", Escapes.display(hosts))));
    Matcher parts = PROXY.matcher(typed.orElse(""));
    if (typed.isEmpty() || !parts.matches()) {
      return typed;
    }
    String scheme =
        parts.group("scheme") == null ? "http" : parts.group("scheme").toLowerCase(Locale.ROOT);
    String login =
        given
            .last("proxy-user")
            .map(PastedOptions::encoded)
            .orElse(parts.group("login") == null ? "" : parts.group("login"));
    String at = login.isEmpty() ? "" : login + "@";
    return switch (scheme) {
      case "http", "socks5", "socks5h" ->
          Optional.of(scheme.replace("5h", "5") + "://" + at + withPort(parts.group("server")));
      default -> {
        notes.add(TEXT.get("proxy.scheme", Escapes.display(scheme)));
        yield Optional.empty();
      }
    };
  }

  private static String encoded(String login) {
    String[] parts = login.split(":", 2);
    return Encoding.strict(parts[0]) + (parts.length < 2 ? "" : ":" + Encoding.strict(parts[1]));
  }

  /** What curl takes where no port is said, whatever the scheme is. */
  private static String withPort(String server) {
    boolean hasPort = server.matches(".*:[^\\]:]+") || VARIABLE.matcher(server).matches();
    return hasPort ? server : server + ":1080";
  }

  private Tree.Fields tls() {
    Tree.Fields tls = Tree.Fields.NONE;
    if (given.has("insecure")) {
      tls = tls.with("trust", "none");
    } else if (given.has("cacert")) {
      tls = tls.with("trust", "authority").with("authority", given.last("cacert").orElseThrow());
    }
    if (given.has("cert")) {
      tls = tls.with("identity", identity());
    }
    String minimum = minimum();
    String maximum = given.last("tls-max").map(PastedOptions::version).orElse("");
    if (minimum.isEmpty() && (maximum.equals("tls-1-0") || maximum.equals("tls-1-1"))) {
      minimum = maximum;
    }
    tls = minimum.isEmpty() ? tls : tls.with("minimum", minimum);
    return maximum.isEmpty() ? tls : tls.with("maximum", maximum);
  }

  private String minimum() {
    String oldest = given.has("tlsv1") ? "tls-1-0" : "";
    for (String version : List.of("1.0", "1.1", "1.2", "1.3")) {
      oldest = given.has("tlsv" + version) ? version(version) : oldest;
    }
    return oldest;
  }

  private static String version(String typed) {
    return typed.equals("default") ? "" : "tls-" + typed.replace('.', '-');
  }

  /** {@code --cert} holds a path and perhaps a password, with a colon between. */
  private Tree.Fields identity() {
    String typed = given.last("cert").orElseThrow();
    StringBuilder path = new StringBuilder();
    int at = 0;
    while (at < typed.length() && !isColon(typed, at)) {
      boolean escaped = typed.startsWith("\\:", at) || typed.startsWith("\\\\", at);
      at += escaped ? 1 : 0;
      path.append(typed.charAt(at++));
    }
    String password = given.last("pass").orElse(at < typed.length() ? typed.substring(at + 1) : "");
    boolean isStore =
        given.last("cert-type").filter("P12"::equalsIgnoreCase).isPresent()
            || PKCS12.matcher(path).matches();
    Tree.Fields identity = Tree.Fields.NONE.with("certificate", path.toString());
    if (!isStore) {
      identity = identity.with("key", given.last("key").orElse(path.toString()));
    }
    return password.isEmpty() ? identity : identity.with("password", password);
  }

  /** One of Windows' drive letters is a part of the path. */
  private static boolean isColon(String typed, int at) {
    boolean drive = at == 1 && typed.matches("[A-Za-z]:[\\\\/].*");
    return typed.charAt(at) == ':' && !drive;
  }
}
