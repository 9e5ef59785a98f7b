package org.wirebench.tool.http.service.veil;

import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.Veil;

/** Hides the secrets of HTTP/1. */
public final class Http1Veil implements Veil {
  private final HeadVeil out = new HeadVeil();
  private final HeadVeil in = new HeadVeil();

  /** Another exchange begins, after all of the one before has passed. */
  public void begin(Secrecy secrecy) {
    out.begin(secrecy);
    in.begin(secrecy);
  }

  private HeadVeil of(Direction direction) {
    return direction == Direction.OUT ? out : in;
  }

  @Override
  public boolean wants(Direction direction) {
    return of(direction).wants();
  }

  @Override
  public void cover(Direction direction, byte[] bytes) {
    of(direction).cover(bytes);
  }
}
