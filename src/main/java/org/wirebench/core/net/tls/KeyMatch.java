package org.wirebench.core.net.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether a private and a public key belong together. */
final class KeyMatch {
  private static final byte[] SAMPLE = {1, 2, 3, 4};

  private KeyMatch() {}

  /** Tried by signing: the one test that is right for every kind of key. */
  static boolean matches(PrivateKey key, PublicKey certified) {
    if (!family(key.getAlgorithm()).equals(family(certified.getAlgorithm()))) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(signatureFor(key.getAlgorithm()));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException different) {
      return false;
    }
  }

  private static String family(String algorithm) {
    return switch (algorithm) {
      case "ECDSA" -> "EC";
      case "Ed25519", "Ed448" -> "EdDSA";
      default -> algorithm;
    };
  }

  private static String signatureFor(String algorithm) {
    return switch (family(algorithm)) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      case "DSA" -> "SHA256withDSA";
      default -> family(algorithm);
    };
  }
}
