package org.wirebench.core.net.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * TLS of a client.
 *
 * @param trust whom to believe
 * @param identity the client certificate to show when the server asks; empty for none
 * @param serverName the name to ask for (SNI) and to find in the certificate; empty for the host
 *     that is connected to
 * @param alpn the protocols to offer, best first; empty for none
 * @param minimum the oldest version to accept
 * @param maximum the newest version to offer
 */
public record TlsSettings(
    Trust trust,
    Optional<KeySource> identity,
    String serverName,
    List<String> alpn,
    TlsVersion minimum,
    TlsVersion maximum) {
  /** What the system trusts, TLS 1.2 and 1.3, nothing special. */
  public static final TlsSettings DEFAULT =
      new TlsSettings(
          new Trust.SystemStore(),
          Optional.empty(),
          "",
          List.of(),
          TlsVersion.TLS_1_2,
          TlsVersion.TLS_1_3);

  /** Whom to believe. */
  public sealed interface Trust {
    /** The authorities that this system and the Java platform trust. */
    record SystemStore() implements Trust {}

    /** Only the certificates in this PEM file, and whom they vouch for. */
    record Authority(Path pem) implements Trust {}

    /**
     * Exactly one certificate, whatever it says of names and dates.
     *
     * @param sha256 of the certificate in DER form, 64 hex digits; colons, spaces and capitals are
     *     taken away
     */
    record Pinned(String sha256) implements Trust {
      private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

      public Pinned {
        sha256 = sha256.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(sha256).matches()) {
          throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hex digits");
        }
      }
    }

    /** Anybody, with a warning: the connection is encrypted and anyone may sit in its middle. */
    record None() implements Trust {}
  }

  public TlsSettings {
    alpn = List.copyOf(alpn);
    TlsVersion.checkRange(minimum, maximum);
  }

  public TlsSettings withTrust(Trust whom) {
    return new TlsSettings(whom, identity, serverName, alpn, minimum, maximum);
  }

  public TlsSettings withServerName(String name) {
    return new TlsSettings(trust, identity, name, alpn, minimum, maximum);
  }

  public TlsSettings withAlpn(List<String> protocols) {
    return new TlsSettings(trust, identity, serverName, protocols, minimum, maximum);
  }

  public TlsSettings withVersions(TlsVersion oldest, TlsVersion newest) {
    return new TlsSettings(trust, identity, serverName, alpn, oldest, newest);
  }
}
