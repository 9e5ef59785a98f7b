package org.wirebench.tool.http.service.load;

import java.util.EnumSet;
import java.util.Set;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpVersion;
import org.wirebench.tool.http.request.Options;

/** What a request may ask for and a plan of Apache JMeter does not hold. */
enum LeftOut {
  OAUTH,
  AWS,
  HTTP_2,
  FAMILY,
  PROXY,
  TRUST,
  IDENTITY,
  TLS,
  TOTAL,
  EXPECT,
  FILENAME;

  private static final Messages TEXT = Messages.of(LeftOut.class);

  /** What a plan of {@code request} leaves out. */
  static Set<LeftOut> of(HttpRequest request) {
    Options options = request.options();
    Set<LeftOut> all = EnumSet.noneOf(LeftOut.class);
    add(all, OAUTH, request.authorization() instanceof Authorization.OAuth2);
    add(all, AWS, request.authorization() instanceof Authorization.Aws);
    HttpVersion version = options.version();
    add(all, HTTP_2, version == HttpVersion.HTTP_2 || version == HttpVersion.H2C);
    add(all, FAMILY, options.family() != Family.ANY);
    add(all, PROXY, options.proxy().isPresent());
    add(all, TOTAL, options.timeouts().total().isPresent());
    add(all, EXPECT, options.expectContinue() && !(request.body() instanceof Body.None));
    add(
        all,
        FILENAME,
        request.body() instanceof Body.Multipart(var parts)
            && parts.stream().anyMatch(part -> !part.off() && !part.filename().isEmpty()));
    if (request.url().secure()) {
      tls(options.tls(), all);
    }
    return all;
  }

  /** JMeter trusts anybody by itself. */
  private static void tls(TlsSettings tls, Set<LeftOut> all) {
    add(all, TRUST, !(tls.trust() instanceof TlsSettings.Trust.None));
    add(all, IDENTITY, tls.identity().isPresent());
    add(
        all,
        TLS,
        !tls.serverName().isEmpty()
            || !tls.alpn().isEmpty()
            || tls.minimum() != TlsSettings.DEFAULT.minimum()
            || tls.maximum() != TlsSettings.DEFAULT.maximum());
  }

  private static void add(Set<LeftOut> all, LeftOut one, boolean asked) {
    if (asked) {
      all.add(one);
    }
  }

  /** It as a sentence. */
  String sentence() {
    return TEXT.get(this);
  }
}
