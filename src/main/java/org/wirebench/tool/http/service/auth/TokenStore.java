package org.wirebench.tool.http.service.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wirebench.tool.http.request.Authorization;

/**
 * The tokens of OAuth 2.0 that can be used again, in memory alone, by the settings that brought
 * them. Safe for use by any thread.
 */
public final class TokenStore {
  private static final int MOST = 100;

  /** How long before its end a token is not used any more. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final LinkedHashMap<Authorization.OAuth2, Slot> slots =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A token.
   *
   * @param access what is shown
   * @param refresh what brings the next one without the user; empty where there is none
   * @param expires when it ends; empty where that was not said
   */
  record Token(String access, Optional<String> refresh, Optional<Instant> expires) {
    boolean isGood(Instant now) {
      return expires.filter(end -> end.minus(MARGIN).isBefore(now)).isEmpty();
    }

    /** The same, not to be shown again. */
    Token used() {
      return new Token(access, refresh, Optional.of(Instant.EPOCH));
    }

    /** Tells nothing: it is secret. */
    @Override
    public String toString() {
      return "Token";
    }
  }

  /** The place of one token. Who fetches it holds the lock, so that others wait for it. */
  static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token token;

    ReentrantLock lock() {
      return lock;
    }

    synchronized Optional<Token> token() {
      return Optional.ofNullable(token);
    }

    synchronized void put(@Nullable Token fresh) {
      token = fresh;
    }

    /** {@code refused} was no good; what brings the next one stays. */
    synchronized void drop(Token refused) {
      if (token != null && token.access().equals(refused.access())) {
        token = token.used();
      }
    }
  }

  synchronized Slot of(Authorization.OAuth2 settings) {
    Slot slot = slots.computeIfAbsent(settings, _ -> new Slot());
    if (slots.size() > MOST) {
      var _ = slots.pollFirstEntry();
    }
    return slot;
  }

  /** Forgets all tokens. */
  public synchronized void clear() {
    slots.clear();
  }
}
