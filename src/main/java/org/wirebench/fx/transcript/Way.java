package org.wirebench.fx.transcript;

import java.util.Set;
import org.wirebench.core.wire.Direction;

/** Which entries are shown. */
public enum Way {
  ALL,
  SENT,
  RECEIVED,
  /** News of the connection, those that something failed too. */
  EVENTS,
  FAILURES;

  /** The directions of those entries; none for any. */
  Set<Direction> directions() {
    return switch (this) {
      case ALL -> Set.of();
      case SENT -> Set.of(Direction.OUT);
      case RECEIVED -> Set.of(Direction.IN);
      case EVENTS -> Set.of(Direction.EVENT, Direction.FAILURE);
      case FAILURES -> Set.of(Direction.FAILURE);
    };
  }
}
