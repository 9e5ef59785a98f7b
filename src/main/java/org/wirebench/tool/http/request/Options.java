package org.wirebench.tool.http.request;

import java.time.Duration;
import java.util.Optional;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.TlsSettings;

/**
 * How a request is carried out.
 *
 * @param family which addresses of the host are tried
 * @param proxy the way; empty for that of the settings
 * @param decompress whether a body with a content coding is shown decoded
 * @param largest how many bytes a body may become when it is decoded; positive
 * @param cookies whether cookies are sent and kept
 * @param expectContinue whether the body waits until the server wants it (RFC 9110 section 10.1.1)
 */
public record Options(
    HttpVersion version,
    Family family,
    Redirects redirects,
    Timeouts timeouts,
    Optional<ProxySettings> proxy,
    TlsSettings tls,
    boolean decompress,
    long largest,
    boolean cookies,
    boolean expectContinue) {
  /** How many bytes a decoded body may have where nothing else is said. */
  public static final long LARGEST = 1_000_000_000;

  /** Nothing special. */
  public static final Options DEFAULT =
      new Options(
          HttpVersion.AUTO,
          Family.ANY,
          Redirects.DEFAULT,
          Timeouts.DEFAULT,
          Optional.empty(),
          TlsSettings.DEFAULT,
          true,
          LARGEST,
          true,
          false);

  /**
   * What is done with redirects (RFC 9110 section 15.4).
   *
   * @param most how many are followed, 0 to 100
   * @param keepMethod whether POST stays POST after 301 and 302, which else becomes GET
   */
  public record Redirects(boolean follow, int most, boolean keepMethod) {
    /** As browsers do, ten at most. */
    public static final Redirects DEFAULT = new Redirects(true, 10, false);
  }

  /**
   * How long one waits; each is positive.
   *
   * @param connect until a connection is ready; empty for that of the settings
   * @param idle without a byte of the answer; empty for that of the settings
   * @param total for everything; empty for no limit
   */
  public record Timeouts(
      Optional<Duration> connect, Optional<Duration> idle, Optional<Duration> total) {
    /** Those of the settings. */
    public static final Timeouts DEFAULT =
        new Timeouts(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
