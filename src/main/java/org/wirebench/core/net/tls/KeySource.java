package org.wirebench.core.net.tls;

import java.nio.file.Path;

/** Where a certificate and its private key come from. */
public sealed interface KeySource {
  /**
   * A PKCS#12 file ({@code .p12}, {@code .pfx}).
   *
   * @param password may be empty; never shown
   */
  record Pkcs12(Path file, String password) implements KeySource {
    @Override
    public String toString() {
      return "Pkcs12[" + file + "]";
    }
  }

  /**
   * PEM files: the certificate with the rest of its chain, and the private key (PKCS#8, PKCS#1 or
   * EC, encrypted or not).
   *
   * @param key may be the same file as {@code certificates}
   * @param password empty where the key is not encrypted; never shown
   */
  record Pem(Path certificates, Path key, String password) implements KeySource {
    @Override
    public String toString() {
      return "Pem[" + certificates + ", " + key + "]";
    }
  }

  /** Held in memory, made on the spot. */
  record Held(Identity identity) implements KeySource {}
}
