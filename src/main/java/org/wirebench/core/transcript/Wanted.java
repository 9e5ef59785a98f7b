package org.wirebench.core.transcript;

import java.util.Set;
import org.wirebench.core.wire.Direction;

/**
 * Which entries of a transcript are wanted. Immutable.
 *
 * @param directions which ways they went; none for any
 * @param parties whom with; none for anybody
 */
public record Wanted(Set<Direction> directions, Set<Integer> parties) {
  /** Every entry. */
  public static final Wanted ALL = new Wanted(Set.of(), Set.of());

  public Wanted {
    directions = Set.copyOf(directions);
    parties = Set.copyOf(parties);
  }

  boolean takes(Exchange exchange) {
    return (directions.isEmpty() || directions.contains(exchange.direction()))
        && (parties.isEmpty() || parties.contains(exchange.party()));
  }
}
