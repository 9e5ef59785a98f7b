package org.wirebench.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was meant to be. */
public final class Nearest {
  /** Longer words are not compared: no name of ours is that long, and it could take a while. */
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The known name closest to {@code word}, if one is so close that it was probably meant: a letter
   * or two wrong, left out, doubled or swapped, or another case.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String typed = word.strip().toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .map(name -> new Candidate(name, distance(typed, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= allowed(typed, candidate.name()))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  private static int allowed(String typed, String name) {
    int length = Math.min(typed.length(), name.length());
    if (length <= 2) {
      return length - 1;
    }
    return length <= 5 ? 1 : length <= 9 ? 2 : 3;
  }

  /** Optimal string alignment: insert, delete, replace, or swap two neighbours, each costs 1. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
