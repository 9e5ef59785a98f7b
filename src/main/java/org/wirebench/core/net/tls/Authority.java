package org.wirebench.core.net.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority made on the spot, for the servers inside this program and for tests. Its
 * keys are P-256 and live in memory only.
 */
public final class Authority {
  private static final Duration VALID = Duration.ofDays(397);
  private static final Duration AUTHORITY_VALID = Duration.ofDays(3650);

  /** Clocks of two machines are never quite the same. */
  private static final Duration SKEW = Duration.ofHours(1);

  private final Identity self;
  private final Validity validity;

  /**
   * When certificates are valid.
   *
   * @param from before {@code until}
   */
  public record Validity(Instant from, Instant until) {
    public Validity {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("not valid at any time: " + from + " to " + until);
      }
    }
  }

  private Authority(Identity self, Validity validity) {
    this.self = self;
    this.validity = validity;
  }

  /**
   * A new authority, valid from now on.
   *
   * @param name its common name
   */
  public static Authority create(String name) {
    Instant from = Instant.now().minus(SKEW);
    KeyPair keys = newKeys();
    Draft draft =
        new Draft(
            name,
            new Validity(from, from.plus(AUTHORITY_VALID)),
            List.of(),
            KeyUsage.keyCertSign | KeyUsage.cRLSign,
            List.of());
    X509Certificate certificate =
        sign(draft, keys, new X500Principal("CN=" + escaped(name)), keys, true);
    return new Authority(
        new Identity(keys.getPrivate(), List.of(certificate)),
        new Validity(from, from.plus(VALID)));
  }

  /** The same authority, which from now on makes certificates that are valid then. */
  public Authority validFor(Validity when) {
    return new Authority(self, when);
  }

  /**
   * Another authority, which this one vouches for. What it makes is valid as what this one makes.
   *
   * @param name its common name
   * @param when its own certificate is valid
   */
  public Authority intermediate(String name, Validity when) {
    Draft draft =
        new Draft(name, when, List.of(), KeyUsage.keyCertSign | KeyUsage.cRLSign, List.of());
    return new Authority(issue(draft, true), validity);
  }

  /** Its own certificate, for those who are to trust it. */
  public X509Certificate certificate() {
    return self.certificate();
  }

  /** Its own certificate in PEM form. */
  public String pem() {
    return Pem.of(certificate());
  }

  /** A server that goes by localhost, 127.0.0.1, ::1 and {@code names} (DNS or literal). */
  public Identity localServer(String... names) {
    Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    all.addAll(List.of(names));
    return server(List.copyOf(all));
  }

  /** A server that goes by {@code names} alone (DNS, with a wildcard or not, or literal). */
  public Identity server(List<String> names) {
    return issue(
        new Draft(
            names.isEmpty() ? "server" : names.getFirst(),
            validity,
            names,
            KeyUsage.digitalSignature,
            List.of(KeyPurposeId.id_kp_serverAuth)));
  }

  /** A client called {@code name}. */
  public Identity client(String name) {
    return issue(
        new Draft(
            name,
            validity,
            List.of(),
            KeyUsage.digitalSignature,
            List.of(KeyPurposeId.id_kp_clientAuth)));
  }

  private record Draft(
      String name,
      Validity validity,
      List<String> alternativeNames,
      int usage,
      List<KeyPurposeId> purposes) {}

  private Identity issue(Draft draft) {
    return issue(draft, false);
  }

  private Identity issue(Draft draft, boolean authority) {
    KeyPair keys = newKeys();
    X509Certificate certificate =
        sign(
            draft,
            keys,
            certificate().getSubjectX500Principal(),
            new KeyPair(certificate().getPublicKey(), self.key()),
            authority);
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(self.chain());
    return new Identity(keys.getPrivate(), chain);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X509Certificate sign(
      Draft draft, KeyPair keys, X500Principal issuer, KeyPair signer, boolean authority) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(127, new SecureRandom()).setBit(126),
              Date.from(draft.validity().from()),
              Date.from(draft.validity().until()),
              new X500Principal("CN=" + escaped(draft.name())),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(draft.usage()));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      // RFC 5280 section 4.2.1.1 asks for it, and strict peers (Python from 3.13 on) insist.
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(signer.getPublic()));
      if (!draft.purposes().isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(draft.purposes().toArray(KeyPurposeId[]::new)));
      }
      if (!draft.alternativeNames().isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName, false, names(draft.alternativeNames()));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static GeneralNames names(List<String> names) {
    List<GeneralName> found = new ArrayList<>();
    for (String name : names) {
      found.add(
          new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name));
    }
    return new GeneralNames(found.toArray(GeneralName[]::new));
  }

  private static boolean isAddress(String name) {
    try {
      InetAddress _ = InetAddress.ofLiteral(name);
      return true;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  /** RFC 4514 section 2.4. */
  private static String escaped(String name) {
    return name.replaceAll("([,=+<>#;\"\\\\])", "\\\\$1");
  }
}
