package org.wirebench.tool.http.service.veil;

import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.Veil;

/** Hides the secrets of HTTP/2, as the client. */
public final class Http2Veil implements Veil {
  /** What a client says before its first frame (RFC 9113 section 3.4). */
  private static final int PREFACE = 24;

  private final FrameVeil out = new FrameVeil(PREFACE);
  private final FrameVeil in = new FrameVeil(0);

  /**
   * Another exchange begins. Of those before it, what the server sends late may still come.
   *
   * @param stream its stream
   */
  public void begin(Secrecy secrecy, int stream) {
    out.begin(secrecy, stream);
    in.begin(secrecy, stream);
  }

  @Override
  public boolean wants(Direction direction) {
    return true;
  }

  @Override
  public void cover(Direction direction, byte[] bytes) {
    (direction == Direction.OUT ? out : in).cover(bytes);
  }
}
