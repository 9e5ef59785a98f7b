package org.wirebench.core.net.tls;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a certificate says, and whom it is for. */
public final class Certificates {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private Certificates() {}

  /** SHA-256 of the certificate in DER form, 64 hex digits. */
  public static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /**
   * The names and addresses that the certificate is for, as it spells them; not cleaned. Names that
   * cannot be read are left out.
   */
  public static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>(alternatives(certificate, DNS_NAME));
    names.addAll(alternatives(certificate, IP_ADDRESS));
    return names;
  }

  /**
   * Whether the certificate is for {@code host} (RFC 9525): an alternative name, never the common
   * name, with a wildcard for the whole of its first label at most.
   *
   * @param host a name in ASCII form or a literal address
   */
  public static boolean isFor(X509Certificate certificate, String host) {
    String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    InetAddress address = literal(wanted);
    if (address != null) {
      return alternatives(certificate, IP_ADDRESS).stream()
          .anyMatch(name -> address.equals(literal(name)));
    }
    return alternatives(certificate, DNS_NAME).stream().anyMatch(name -> covers(name, wanted));
  }

  private static boolean covers(String pattern, String host) {
    String name = pattern.toLowerCase(Locale.ROOT);
    String wanted = host.toLowerCase(Locale.ROOT);
    if (!name.startsWith("*.")) {
      return name.equals(wanted);
    }
    String rest = name.substring(1);
    int firstDot = wanted.indexOf('.');
    // "*.com" would be for half the world.
    return rest.indexOf('.', 1) > 0 && firstDot > 0 && wanted.substring(firstDot).equals(rest);
  }

  private static @Nullable InetAddress literal(String text) {
    int zone = text.indexOf('%');
    try {
      return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
    } catch (IllegalArgumentException name) {
      return null;
    }
  }

  private static List<String> alternatives(X509Certificate certificate, int type) {
    List<String> found = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> one : all == null ? List.<List<?>>of() : all) {
        if (one.size() > 1
            && one.get(0) instanceof Integer kind
            && kind == type
            && one.get(1) instanceof String name) {
          found.add(name);
        }
      }
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
    return found;
  }
}
