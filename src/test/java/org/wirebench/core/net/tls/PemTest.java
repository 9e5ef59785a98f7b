package org.wirebench.core.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.tls.TlsFileException.Reason;

class PemTest {
  @TempDir private Path folder;
  private final Authority authority = Authority.create("PEM");
  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "a", ".pem"), text);
  }

  private static void reason(Reason reason, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(TlsFileException.class))
        .extracting(TlsFileException::reason)
        .isEqualTo(reason);
  }

  /** With the curve written into the key, as OpenSSL does it. */
  private KeyPair keys(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
    generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
    return generator.generateKeyPair();
  }

  private static void assertOpens(Path file, String password, KeyPair keys) throws Exception {
    PrivateKey read = Pem.privateKey(file, password);
    PublicKey platform =
        KeyFactory.getInstance(keys.getPublic().getAlgorithm())
            .generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded()));
    assertThat(KeyMatch.matches(read, platform)).isTrue();
  }

  private static String written(Object what) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    }
    return text.toString();
  }

  @Test
  void severalCertificatesAndCommentsAreRead() throws Exception {
    String text = "Grüße\n" + authority.localServer().certificatesPem() + "# end\n";
    assertThat(Pem.certificates(file(text))).hasSize(2).endsWith(authority.certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void keysOfEveryFormAreRead(String algorithm) throws Exception {
    KeyPair keys = keys(algorithm);
    PrivateKey key = keys.getPrivate();
    String pkcs8 = Pem.of(key);
    String traditional = written(new JcaMiscPEMGenerator(key));
    assertThat(traditional).contains("BEGIN " + algorithm + " PRIVATE KEY");
    for (String text : List.of(pkcs8, traditional, authority.pem() + pkcs8)) {
      assertOpens(file(text), "", keys);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void encryptedKeysNeedTheirPassword(String algorithm) throws Exception {
    KeyPair keys = keys(algorithm);
    PrivateKey key = keys.getPrivate();
    String pkcs8 =
        written(
            new JcaPKCS8Generator(
                key,
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(provider)
                    .setPassword("pw".toCharArray())
                    .build()));
    String traditional =
        written(
            new JcaMiscPEMGenerator(
                key,
                new JcePEMEncryptorBuilder("AES-256-CBC")
                    .setProvider(provider)
                    .build("pw".toCharArray())));
    assertThat(pkcs8).contains("BEGIN ENCRYPTED PRIVATE KEY");
    assertThat(traditional).contains("Proc-Type: 4,ENCRYPTED");
    for (String text : List.of(pkcs8, traditional)) {
      Path file = file(text);
      assertOpens(file, "pw", keys);
      reason(Reason.PASSWORD_MISSING, () -> Pem.privateKey(file, ""));
      reason(Reason.PASSWORD_WRONG, () -> Pem.privateKey(file, "wrong"));
    }
  }

  /** As {@code openssl pkcs8 -topk8 -scrypt} writes it, with less work. */
  @Test
  void aKeyWhosePasswordWentThroughScryptIsRead() throws Exception {
    KeyPair keys = keys("EC");
    OutputEncryptor sealing =
        new JcePKCSPBEOutputEncryptorBuilder(
                new ScryptConfig.Builder(1024, 8, 1).withSaltLength(16).build(),
                NISTObjectIdentifiers.id_aes256_CBC)
            .setProvider(provider)
            .build("pw".toCharArray());
    Path file = file(written(new JcaPKCS8Generator(keys.getPrivate(), sealing)));
    assertOpens(file, "pw", keys);
    reason(Reason.PASSWORD_WRONG, () -> Pem.privateKey(file, "wrong"));
  }

  @Test
  void aKeyInACipherThatIsNotKnownIsNotTakenForAWrongPassword() throws Exception {
    OutputEncryptor sealing =
        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
            .setProvider(provider)
            .setPassword("pw".toCharArray())
            .build();
    String pem = written(new JcaPKCS8Generator(keys("EC").getPrivate(), sealing));
    String body = pem.replaceAll("-----[^-]*-----|\\s", "");
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(body));
    // The identifier of AES becomes another of the same length, which nobody has defined.
    String other = hex.replace("60864801650304012a", "60864801650304017a");
    assertThat(other).isNotEqualTo(hex);
    String sealed =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(other))
            + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    reason(Reason.SEALED_OTHERWISE, () -> Pem.privateKey(file(sealed), "pw"));
  }

  @Test
  void aFolderIsSaidToBeOne() throws Exception {
    reason(Reason.FOLDER, () -> Pem.certificates(folder));
  }

  @Test
  void curveParametersBeforeAKeyArePassedOver() throws Exception {
    KeyPair keys = keys("EC");
    PrivateKey key = keys.getPrivate();
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    assertOpens(file(parameters + written(new JcaMiscPEMGenerator(key))), "", keys);
  }

  @Test
  void whatIsMissingOrDamagedIsSaid() throws Exception {
    Path nothing = file("nothing");
    reason(Reason.NO_CERTIFICATE, () -> Pem.certificates(nothing));
    reason(Reason.NO_KEY, () -> Pem.privateKey(nothing, ""));
    Path damaged = file(authority.pem().replace("MI", "!!"));
    reason(Reason.DAMAGED, () -> Pem.certificates(damaged));
    assertThatThrownBy(() -> Pem.certificates(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void pkcs12FilesAreRead() throws Exception {
    Identity alice = authority.client("Alice");
    Path file = Files.write(folder.resolve("alice.p12"), alice.pkcs12("pw"));
    assertThat(KeyStores.identity(new KeySource.Pkcs12(file, "pw"))).isEqualTo(alice);
    reason(Reason.PASSWORD_WRONG, () -> KeyStores.identity(new KeySource.Pkcs12(file, "wrong")));
    Path pem = file(alice.keyPem() + alice.certificatesPem());
    reason(Reason.KEY_NOT_NAMED, () -> KeyStores.identity(new KeySource.Pkcs12(pem, "")));
    Path garbage = file("no store");
    reason(Reason.DAMAGED, () -> KeyStores.identity(new KeySource.Pkcs12(garbage, "pw")));
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    Path certificate = file(authority.client("Alice").certificatesPem());
    Path key = file(authority.client("Bob").keyPem());
    reason(Reason.MISMATCH, () -> KeyStores.identity(new KeySource.Pem(certificate, key, "")));
  }

  @Test
  void passwordsAreNeverShown() {
    assertThat(
            new KeySource.Pkcs12(folder, "secret").toString()
                + new KeySource.Pem(folder, folder, "secret"))
        .doesNotContain("secret");
  }
}
