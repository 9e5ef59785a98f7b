package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by one algorithm, as hexadecimal digits in lower case. */
final class Hashes {
  private final String algorithm;

  /**
   * @param algorithm as Java calls it; every JDK has those that are used here
   */
  Hashes(String algorithm) {
    this.algorithm = algorithm;
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  byte[] bytes(String text) {
    return digest().digest(text.getBytes(UTF_8));
  }

  String of(String text) {
    return HexFormat.of().formatHex(bytes(text));
  }

  /** Reads the content once, whatever its size. */
  String of(Asked.Content content) throws IOException {
    MessageDigest digest = digest();
    content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }
}
