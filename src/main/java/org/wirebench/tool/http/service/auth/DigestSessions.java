package org.wirebench.tool.http.service.auth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HttpUrl;

/**
 * The challenges that were answered well, in memory alone, by server and login. Bounded; those go
 * first that were not used for longest. Safe for use by any thread.
 */
final class DigestSessions {
  private static final int MOST = 100;

  private final LinkedHashMap<Key, DigestSession> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(String origin, Authorization.Digest login) {}

  /** Where the challenge for one login to the server of {@code url} is kept. */
  Place place(HttpUrl url, Authorization.Digest login) {
    return new Place(new Key(url.origin().toLowerCase(Locale.ROOT), login));
  }

  private synchronized Optional<DigestSession> find(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  private synchronized void keep(Key key, DigestSession session) {
    kept.put(key, session);
    if (kept.size() > MOST) {
      kept.pollFirstEntry();
    }
  }

  private synchronized void forget(Key key, DigestSession session) {
    kept.remove(key, session);
  }

  /** The place of one login to one server. */
  final class Place {
    private final Key key;

    private Place(Key key) {
      this.key = key;
    }

    Optional<DigestSession> find() {
      return DigestSessions.this.find(key);
    }

    /** It was answered well. */
    void keep(DigestSession session) {
      DigestSessions.this.keep(key, session);
    }

    /** Its answer was refused. What another run has put in its place stays. */
    void forget(DigestSession session) {
      DigestSessions.this.forget(key, session);
    }
  }
}
