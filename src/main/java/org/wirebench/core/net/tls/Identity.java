package org.wirebench.core.net.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate and its private key.
 *
 * @param chain the certificate, then those who vouch for it; at least one
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  public Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("an identity has a certificate");
    }
  }

  /** Its own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** The certificate and its chain in PEM form. */
  public String certificatesPem() {
    return chain.stream().map(Pem::of).reduce("", String::concat);
  }

  /** The private key in PEM form, PKCS#8, not encrypted. */
  public String keyPem() {
    return Pem.of(key);
  }

  /** Both as a PKCS#12 file. */
  public byte[] pkcs12(String password) {
    return KeyStores.pkcs12(this, password);
  }

  @Override
  public String toString() {
    return "Identity[" + certificate().getSubjectX500Principal() + "]";
  }
}
