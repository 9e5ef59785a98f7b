package org.wirebench.tool.http.service.auth;

import java.util.concurrent.atomic.AtomicInteger;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.UrlException;

/**
 * A challenge that can be answered any number of times, each with the next number (RFC 7616 section
 * 3.3). Safe for use by any thread.
 */
final class DigestSession {
  private final Challenge challenge;
  private final Hashes hashes;
  private final String cnonce;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param cnonce the nonce of the client
   */
  DigestSession(Challenge challenge, String cnonce) {
    this.challenge = challenge;
    this.hashes = DigestAlgorithm.of(challenge).orElseThrow().hashes();
    this.cnonce = cnonce;
  }

  Challenge challenge() {
    return challenge;
  }

  /** The value of a parameter of the challenge; empty where there is none. */
  String get(String name) {
    return challenge.get(name).orElse("");
  }

  Hashes hashes() {
    return hashes;
  }

  String cnonce() {
    return cnonce;
  }

  /** The number of one more answer, from 1. No two answers have the same. */
  int next() {
    return count.incrementAndGet();
  }

  /** Whether {@code url} is among those that the challenge is for: all, where it names none. */
  boolean covers(HttpUrl url) {
    String domain = get("domain").strip();
    if (domain.isEmpty()) {
      return true;
    }
    for (String one : domain.split("\\s+", -1)) {
      if (begins(url, one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(HttpUrl url, String with) {
    try {
      return url.toString().startsWith(url.resolve(with).toString());
    } catch (UrlException senseless) {
      return false;
    }
  }
}
