package org.wirebench.core.net.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.wirebench.core.net.tls.TlsFileException.Reason;

/** Identities and trusted certificates as the Java platform wants them. */
final class KeyStores {
  private KeyStores() {}

  /**
   * Reads an identity.
   *
   * @throws TlsFileException when a file is not what it should be
   * @throws IOException when a file cannot be read
   */
  static Identity identity(KeySource source) throws IOException {
    return switch (source) {
      case KeySource.Held held -> held.identity();
      case KeySource.Pkcs12 file -> pkcs12(file.file(), file.password());
      case KeySource.Pem pem -> {
        Identity identity =
            new Identity(
                Pem.privateKey(pem.key(), pem.password()), Pem.certificates(pem.certificates()));
        if (!KeyMatch.matches(identity.key(), identity.certificate().getPublicKey())) {
          throw new TlsFileException(pem.key(), Reason.MISMATCH, null);
        }
        yield identity;
      }
    };
  }

  private static Identity pkcs12(Path file, String password) throws IOException {
    Pem.checkSize(file);
    byte[] bytes = Files.readAllBytes(file);
    if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")) {
      throw new TlsFileException(file, Reason.KEY_NOT_NAMED, null);
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
          List<X509Certificate> chain = chain(store, alias);
          if (chain.isEmpty()) {
            throw new TlsFileException(file, Reason.NO_CERTIFICATE, null);
          }
          return new Identity(key, chain);
        }
      }
      throw new TlsFileException(file, Reason.NO_KEY, null);
    } catch (TlsFileException known) {
      throw known;
    } catch (IOException | GeneralSecurityException wrong) {
      boolean locked =
          wrong instanceof UnrecoverableKeyException
              || wrong.getCause() instanceof UnrecoverableKeyException;
      throw new TlsFileException(file, locked ? Reason.PASSWORD_WRONG : Reason.DAMAGED, wrong);
    }
  }

  private static List<X509Certificate> chain(KeyStore store, String alias)
      throws GeneralSecurityException {
    Certificate[] chain = store.getCertificateChain(alias);
    return Arrays.stream(chain == null ? new Certificate[0] : chain)
        .map(X509Certificate.class::cast)
        .toList();
  }

  /** The identity as a PKCS#12 file. */
  static byte[] pkcs12(Identity identity, String password) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      of(identity, password).store(out, password.toCharArray());
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A key store that holds the identity. */
  static KeyStore of(Identity identity, String password) throws GeneralSecurityException {
    KeyStore store = empty();
    store.setKeyEntry(
        "identity",
        identity.key(),
        password.toCharArray(),
        identity.chain().toArray(X509Certificate[]::new));
    return store;
  }

  /** A key store that trusts the certificates. */
  static KeyStore trusting(Collection<X509Certificate> certificates)
      throws GeneralSecurityException {
    KeyStore store = empty();
    int number = 0;
    for (X509Certificate one : certificates) {
      store.setCertificateEntry("authority" + number++, one);
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    return store;
  }
}
