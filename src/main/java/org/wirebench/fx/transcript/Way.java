package org.wirebench.fx.transcript;

import java.util.Optional;
import org.wirebench.core.wire.Direction;

/** Which entries are shown. */
public enum Way {
  ALL,
  SENT,
  RECEIVED,
  EVENTS;

  /** The direction of those entries; empty for any. */
  Optional<Direction> direction() {
    return switch (this) {
      case ALL -> Optional.empty();
      case SENT -> Optional.of(Direction.OUT);
      case RECEIVED -> Optional.of(Direction.IN);
      case EVENTS -> Optional.of(Direction.EVENT);
    };
  }
}
