package org.wirebench.core.net.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.TlsFileException.Reason;

/** Reads and writes certificates and private keys in PEM form (RFC 7468). */
public final class Pem {
  /** Longer files are not read: no bundle of authorities comes near. */
  static final long LONGEST_FILE = 16L << 20;

  private Pem() {}

  /** A certificate in PEM form. */
  public static String of(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** A private key in PEM form, PKCS#8, not encrypted. */
  public static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  private static String block(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /**
   * All certificates in {@code file}, in its order; at least one.
   *
   * @throws TlsFileException when there is none, or one is damaged
   * @throws IOException when the file cannot be read
   */
  public static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    for (Object one : objects(file)) {
      try {
        if (one instanceof X509CertificateHolder holder) {
          found.add(converter.getCertificate(holder));
        } else if (one instanceof X509TrustedCertificateBlock trusted) {
          found.add(converter.getCertificate(trusted.getCertificateHolder()));
        }
      } catch (GeneralSecurityException damaged) {
        throw new TlsFileException(file, Reason.DAMAGED, damaged);
      }
    }
    if (found.isEmpty()) {
      throw new TlsFileException(file, Reason.NO_CERTIFICATE, null);
    }
    return found;
  }

  /**
   * The first private key in {@code file}.
   *
   * @param password empty where the key is not encrypted
   * @throws TlsFileException when there is none, it is damaged, or the password does not open it
   * @throws IOException when the file cannot be read
   */
  public static PrivateKey privateKey(Path file, String password) throws IOException {
    for (Object one : objects(file)) {
      PrivateKeyInfo info = privateKeyInfo(one, file, password);
      if (info != null) {
        try {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (PEMException | RuntimeException unusable) {
          throw new TlsFileException(file, Reason.DAMAGED, unusable);
        }
      }
    }
    throw new TlsFileException(file, Reason.NO_KEY, null);
  }

  private static @Nullable PrivateKeyInfo privateKeyInfo(Object one, Path file, String password)
      throws TlsFileException {
    boolean encrypted =
        one instanceof PEMEncryptedKeyPair || one instanceof PKCS8EncryptedPrivateKeyInfo;
    if (encrypted && password.isEmpty()) {
      throw new TlsFileException(file, Reason.PASSWORD_MISSING, null);
    }
    try {
      return switch (one) {
        case PrivateKeyInfo plain -> plain;
        case PEMKeyPair pair -> pair.getPrivateKeyInfo();
        case PEMEncryptedKeyPair pair -> decrypt(pair, password);
        case PKCS8EncryptedPrivateKeyInfo sealed -> decrypt(sealed, password);
        default -> null;
      };
    } catch (IOException | PKCSException | OperatorCreationException wrong) {
      throw new TlsFileException(
          file, isUnknownCipher(wrong) ? Reason.SEALED_OTHERWISE : Reason.PASSWORD_WRONG, wrong);
    } catch (RuntimeException damaged) {
      // The library believes whatever the file says of its encryption.
      throw new TlsFileException(file, Reason.DAMAGED, damaged);
    }
  }

  /** A cipher is asked for before the password is tried. */
  private static boolean isUnknownCipher(Throwable thrown) {
    return thrown instanceof OperatorCreationException
        || thrown instanceof NoSuchAlgorithmException
        || thrown instanceof IllegalStateException
        || (thrown.getCause() != null && isUnknownCipher(thrown.getCause()));
  }

  private static PrivateKeyInfo decrypt(PEMEncryptedKeyPair pair, String password)
      throws IOException {
    return pair.decryptKeyPair(
            new JcePEMDecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(password.toCharArray()))
        .getPrivateKeyInfo();
  }

  private static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo sealed, String password)
      throws OperatorCreationException, PKCSException {
    return sealed.decryptPrivateKeyInfo(
        isScrypt(sealed.getEncryptionAlgorithm())
            ? new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(password.toCharArray())
            : new JceOpenSSLPKCS8DecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(password.toCharArray()));
  }

  /** Whether the key of the key is made by scrypt (RFC 7914 section 7), as openssl -scrypt does. */
  private static boolean isScrypt(AlgorithmIdentifier encryption) {
    return encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
        && PBES2Parameters.getInstance(encryption.getParameters())
            .getKeyDerivationFunc()
            .getAlgorithm()
            .equals(MiscObjectIdentifiers.id_scrypt);
  }

  /**
   * @throws TlsFileException when it is a folder, or longer than {@link #LONGEST_FILE}
   */
  static void checkSize(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      // Where it can be opened, as on Linux, only reading it fails, and without its name.
      throw new TlsFileException(file, Reason.FOLDER, null);
    }
    if (Files.size(file) > LONGEST_FILE) {
      throw new TlsFileException(file, Reason.TOO_LONG, null);
    }
  }

  private static List<Object> objects(Path file) throws IOException {
    checkSize(file);
    // ISO 8859-1 takes any byte: comments between the blocks are in whatever charset.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<Object> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
        found.add(one);
      }
    } catch (IOException | RuntimeException damaged) {
      throw new TlsFileException(file, Reason.DAMAGED, damaged);
    }
    return found;
  }
}
