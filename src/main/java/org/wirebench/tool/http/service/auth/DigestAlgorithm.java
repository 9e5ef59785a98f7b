package org.wirebench.tool.http.service.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What hashes are made by, the strongest first (RFC 7616 section 6.1). */
enum DigestAlgorithm {
  SHA_512_256("SHA-512/256"),
  SHA_256("SHA-256"),
  MD5("MD5");

  private final String java;

  DigestAlgorithm(String java) {
    this.java = java;
  }

  /** The one that a challenge names, with or without {@code -sess}. */
  static Optional<DigestAlgorithm> of(Challenge challenge) {
    String name = name(challenge).replaceAll("-sess$", "").replace('-', '_');
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  static String name(Challenge challenge) {
    return challenge.get("algorithm").orElse("MD5").toLowerCase(Locale.ROOT);
  }

  Hashes hashes() {
    return new Hashes(java);
  }
}
