package org.wirebench.core.net.tls;

import java.util.Arrays;

/** A version of TLS, oldest first. */
public enum TlsVersion {
  /** RFC 2246; refused by most systems today, and by this one unless its policy is changed. */
  TLS_1_0("TLSv1"),
  /** RFC 4346; as TLS 1.0. */
  TLS_1_1("TLSv1.1"),
  /** RFC 5246. */
  TLS_1_2("TLSv1.2"),
  /** RFC 8446. */
  TLS_1_3("TLSv1.3");

  private final String protocol;

  TlsVersion(String protocol) {
    this.protocol = protocol;
  }

  /** What the Java platform calls it: "TLSv1.3". */
  public String protocol() {
    return protocol;
  }

  /** What people call it: "TLS 1.3". */
  public String title() {
    return "TLS " + name().substring(name().indexOf('_') + 1).replace('_', '.');
  }

  static String[] protocols(TlsVersion minimum, TlsVersion maximum) {
    return Arrays.stream(values())
        .filter(one -> one.compareTo(minimum) >= 0 && one.compareTo(maximum) <= 0)
        .map(TlsVersion::protocol)
        .toArray(String[]::new);
  }

  static void checkRange(TlsVersion minimum, TlsVersion maximum) {
    if (minimum.compareTo(maximum) > 0) {
      throw new IllegalArgumentException(minimum.title() + " is newer than " + maximum.title());
    }
  }
}
