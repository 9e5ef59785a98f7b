package org.wirebench.core.net;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.wirebench.core.text.Messages;

/** A step of a connection that takes time. */
public enum Phase {
  RESOLVE,
  CONNECT,
  PROXY,
  TLS,
  LOGIN,
  REQUEST,
  FIRST_BYTE,
  TRANSFER;

  private static final Messages TEXT = Messages.of(Phase.class);

  /** Asked for several times in each exchange of a load run. */
  private static final Map<Phase, String> TITLES =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one, TEXT::get));

  /** What people call it: "TLS handshake". */
  public String title() {
    return Objects.requireNonNull(TITLES.get(this));
  }
}
