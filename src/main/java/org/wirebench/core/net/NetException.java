package org.wirebench.core.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failure of the network that is already put into words. */
public class NetException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient NetFailure failure;

  public NetException(NetFailure failure, @Nullable Throwable cause) {
    super(failure.title() + ": " + failure.cause(), cause);
    this.failure = failure;
  }

  /** What went wrong. */
  public NetFailure failure() {
    return failure;
  }
}
