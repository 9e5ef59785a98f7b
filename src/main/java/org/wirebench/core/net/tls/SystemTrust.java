package org.wirebench.core.net.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that this system trusts: those of the Java platform and those of the operating
 * system, where companies add their own. Read once, on first use.
 */
public final class SystemTrust {
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private @Nullable X509ExtendedTrustManager manager;

  /** Decides by them. */
  synchronized X509ExtendedTrustManager manager() throws IOException {
    if (manager == null) {
      try {
        Set<X509Certificate> all = new LinkedHashSet<>(List.of(platform().getAcceptedIssuers()));
        all.addAll(operatingSystem());
        manager = trusting(all);
      } catch (GeneralSecurityException unusable) {
        throw new IOException(unusable);
      }
    }
    return manager;
  }

  /** Decides by these certificates alone. */
  static X509ExtendedTrustManager trusting(Collection<X509Certificate> authorities)
      throws GeneralSecurityException {
    return manager(KeyStores.trusting(authorities));
  }

  private static X509ExtendedTrustManager platform() throws GeneralSecurityException {
    return manager(null);
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    TrustManager first = Arrays.stream(factory.getTrustManagers()).findFirst().orElseThrow();
    return (X509ExtendedTrustManager) first;
  }

  private static List<X509Certificate> operatingSystem()
      throws IOException, GeneralSecurityException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return stored("Windows-ROOT");
    }
    if (system.startsWith("mac")) {
      return stored("KeychainStore-ROOT");
    }
    for (Path bundle : BUNDLES) {
      if (Files.isReadable(bundle)) {
        return Pem.certificates(bundle);
      }
    }
    return List.of();
  }

  private static List<X509Certificate> stored(String type)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    List<X509Certificate> found = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        found.add(certificate);
      }
    }
    return found;
  }
}
