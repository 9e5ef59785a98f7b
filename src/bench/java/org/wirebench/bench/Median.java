package org.wirebench.bench;

import java.util.Collections;
import java.util.List;

/** One figure for several of the same. */
final class Median {
  private Median() {}

  /** The one in the middle; of an even number of them, the greater of the two there. */
  static double of(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  /** The greatest. */
  static double most(List<Double> figures) {
    return Collections.max(figures);
  }
}
