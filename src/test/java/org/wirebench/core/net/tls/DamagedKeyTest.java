package org.wirebench.core.net.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.net.tls.TlsFileException.Reason;

/** Files of keys that somebody damaged, or that hold only a half of what is needed. */
class DamagedKeyTest {
  @TempDir private Path folder;

  private static void reason(Reason reason, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(TlsFileException.class))
        .extracting(TlsFileException::reason)
        .isEqualTo(reason);
  }

  private Path encryptedBy(ASN1Encodable parameters) throws IOException {
    AlgorithmIdentifier how = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters);
    byte[] der = new EncryptedPrivateKeyInfo(how, new byte[8]).getEncoded();
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(der)
            + "\n-----END ENCRYPTED PRIVATE KEY-----\n");
  }

  @Test
  void whatDoesNotSayHowTheKeyIsEncryptedIsDamaged() throws Exception {
    reason(Reason.DAMAGED, () -> Pem.privateKey(encryptedBy(new DERSequence()), "secret"));
    reason(Reason.DAMAGED, () -> Pem.privateKey(encryptedBy(DERNull.INSTANCE), "secret"));
  }

  @Test
  void aKeyWithoutACertificateIsNoIdentity() throws Exception {
    Path file = folder.resolve("key.p12");
    char[] password = "secret".toCharArray();
    BouncyCastleProvider provider = new BouncyCastleProvider();
    JcaPKCS12SafeBagBuilder key =
        new JcaPKCS12SafeBagBuilder(
            Authority.create("test").client("c").key(),
            new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(provider)
                .build(password));
    Files.write(
        file,
        new PKCS12PfxPduBuilder()
            .addData(key.build())
            .build(new JcePKCS12MacCalculatorBuilder().setProvider(provider), password)
            .getEncoded());
    reason(Reason.NO_CERTIFICATE, () -> KeyStores.identity(new KeySource.Pkcs12(file, "secret")));
  }
}
