package org.wirebench.tool.http.code;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.Options;

/** What a request can ask for and not every target can do. */
enum Feature {
  DIGEST,
  AWS,
  HTTP_2,
  H2C,
  FAMILY,
  KEEP_METHOD,
  MOST_REDIRECTS,
  CONNECT_TIME,
  IDLE_TIME,
  TOTAL_TIME,
  PROXY,
  SOCKS,
  AUTHORITY,
  PINNED,
  KEY_PEM,
  KEY_PASSWORD,
  KEY_PKCS12,
  KEY_HELD,
  SERVER_NAME,
  ALPN,
  TLS_VERSIONS,
  EXPECT,
  LARGEST,
  BODY_ON_GET,
  SEVERAL_HEADERS,
  KEPT_KEYS,
  TEXT_PART_TYPE,
  STREAMED_PARTS,
  STREAMED_FILE,
  LOAD;

  private static final Snippets NOTES = Snippets.of(Feature.class, "notes.txt");

  /** What {@code ask} asks for. */
  static Set<Feature> of(Ask ask) {
    Set<Feature> used = EnumSet.noneOf(Feature.class);
    Options options = ask.options();
    add(used, DIGEST, ask.authorization() instanceof Authorization.Digest);
    add(used, AWS, ask.authorization() instanceof Authorization.Aws);
    boolean two = options.version() == HttpVersion.HTTP_2 || options.version() == HttpVersion.H2C;
    add(used, HTTP_2, two && ask.isSecure());
    add(used, H2C, two && !ask.isSecure());
    add(used, FAMILY, options.family() != Family.ANY);
    Options.Redirects redirects = options.redirects();
    add(used, KEEP_METHOD, redirects.follow() && redirects.keepMethod());
    add(
        used,
        MOST_REDIRECTS,
        redirects.follow() && redirects.most() != Options.Redirects.DEFAULT.most());
    add(used, CONNECT_TIME, options.timeouts().connect().isPresent());
    add(used, IDLE_TIME, options.timeouts().idle().isPresent());
    add(used, TOTAL_TIME, options.timeouts().total().isPresent());
    Optional<ProxySettings> proxy = ask.proxy();
    add(used, PROXY, proxy.filter(ProxySettings.HttpConnect.class::isInstance).isPresent());
    add(used, SOCKS, proxy.filter(ProxySettings.Socks5.class::isInstance).isPresent());
    add(used, EXPECT, options.expectContinue() && ask.hasBody());
    add(used, LARGEST, options.largest() != Options.LARGEST);
    add(used, BODY_ON_GET, ask.hasBody() && ask.isMethod("GET", "HEAD"));
    add(used, SEVERAL_HEADERS, ask.repeatsHeaders());
    add(used, KEPT_KEYS, !ask.keysToForget().isEmpty());
    add(
        used,
        TEXT_PART_TYPE,
        ask.parts().stream().anyMatch(part -> !part.isFile() && !part.type().isEmpty()));
    add(used, STREAMED_PARTS, !ask.files().isEmpty());
    add(used, STREAMED_FILE, ask.request().body() instanceof Body.File);
    add(used, LOAD, ask.isLoad());
    if (ask.isSecure()) {
      tls(ask.tls(), used);
    }
    return used;
  }

  private static void tls(TlsSettings tls, Set<Feature> used) {
    add(used, AUTHORITY, tls.trust() instanceof Trust.Authority);
    add(used, PINNED, tls.trust() instanceof Trust.Pinned);
    add(used, SERVER_NAME, !tls.serverName().isEmpty());
    add(used, ALPN, !tls.alpn().isEmpty());
    add(
        used,
        TLS_VERSIONS,
        tls.minimum() != TlsSettings.DEFAULT.minimum()
            || tls.maximum() != TlsSettings.DEFAULT.maximum());
    switch (tls.identity().orElse(null)) {
      case KeySource.Pem(var _, var _, String password) -> {
        used.add(KEY_PEM);
        add(used, KEY_PASSWORD, !password.isEmpty());
      }
      case KeySource.Pkcs12 _ -> used.add(KEY_PKCS12);
      case KeySource.Held _ -> used.add(KEY_HELD);
      case null -> {}
    }
  }

  private static void add(Set<Feature> to, Feature feature, boolean used) {
    if (used) {
      to.add(feature);
    }
  }

  /**
   * Says at the head of {@code program} what it cannot do.
   *
   * @param by what it is written with
   * @param can what that can do
   */
  static void note(Ask ask, String by, Set<Feature> can, Program program) {
    Set<Feature> cannot = of(ask);
    cannot.removeAll(can);
    if (cannot.contains(KEPT_KEYS)) {
      cannot.removeAll(EnumSet.of(KEEP_METHOD, MOST_REDIRECTS));
    }
    cannot.forEach(one -> program.note(NOTES.get(one.name(), "by", by)));
  }
}
