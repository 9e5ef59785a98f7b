package org.wirebench.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;

/** The certificate of the servers on this machine; making it takes a moment, so it waits. */
final class LocalIdentity implements Supplier<Identity> {
  private @Nullable Identity made;

  @Override
  public synchronized Identity get() {
    Identity known = made;
    if (known == null) {
      known = Authority.create("Wirebench").localServer();
      made = known;
    }
    return known;
  }
}
