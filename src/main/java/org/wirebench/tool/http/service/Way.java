package org.wirebench.tool.http.service;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.net.ConnectSpec;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.Options;

/**
 * Whom a connection leads to and how: two requests with the same way can share one.
 *
 * @param remote whom to connect to: the server, or a proxy that reads whole addresses
 * @param tls empty for clear text
 * @param proxy what it goes through; with a login, since what one may use another may not
 * @param readsAddresses whether {@code remote} is such a proxy
 */
record Way(
    Endpoint remote,
    Family family,
    Optional<TlsSettings> tls,
    ProxySettings proxy,
    boolean readsAddresses,
    Speech speech) {
  /** What is spoken. */
  enum Speech {
    HTTP_1,
    HTTP_2,
    /** What the server chooses in the TLS handshake. */
    EITHER
  }

  /**
   * @throws NetException when the settings that would say the proxy could not be read
   */
  static Way to(HttpUrl url, Options options, NetDefaults defaults) throws NetException {
    Endpoint server =
        new Endpoint(url.endpoint().ascii().toLowerCase(Locale.ROOT), url.endpoint().port());
    ProxySettings proxy = defaults.way(options.proxy(), server);
    Speech speech = speech(url, options.version());
    boolean readsAddresses =
        !url.secure() && speech == Speech.HTTP_1 && proxy instanceof ProxySettings.HttpConnect;
    return new Way(
        readsAddresses ? ((ProxySettings.HttpConnect) proxy).server() : server,
        options.family(),
        url.secure() ? Optional.of(tls(options.tls(), speech)) : Optional.empty(),
        proxy,
        readsAddresses,
        speech);
  }

  private static Speech speech(HttpUrl url, HttpVersion version) {
    return switch (version) {
      case HTTP_1_1 -> Speech.HTTP_1;
      case HTTP_2, H2C -> Speech.HTTP_2;
      case AUTO -> url.secure() ? Speech.EITHER : Speech.HTTP_1;
    };
  }

  private static TlsSettings tls(TlsSettings asked, Speech speech) {
    if (!asked.alpn().isEmpty()) {
      return asked;
    }
    return asked.withAlpn(
        switch (speech) {
          case HTTP_1 -> List.of("http/1.1");
          case HTTP_2 -> List.of("h2");
          case EITHER -> List.of("h2", "http/1.1");
        });
  }

  /** What shows a proxy that reads whole addresses who asks. */
  Optional<HeaderField> proxyAuthorization() {
    return readsAddresses && proxy instanceof ProxySettings.HttpConnect web
        ? web.authorization().map(value -> new HeaderField("Proxy-Authorization", value))
        : Optional.empty();
  }

  /** How to connect to it, for {@code url}, within {@code timeout}. */
  ConnectSpec spec(HttpUrl url, Duration timeout) {
    return new ConnectSpec(
        HttpRequest.TOOL,
        url.authority(),
        remote,
        family,
        null,
        SocketSettings.DEFAULT,
        tls.orElse(null),
        readsAddresses ? ProxySettings.NONE : proxy,
        timeout);
  }
}
