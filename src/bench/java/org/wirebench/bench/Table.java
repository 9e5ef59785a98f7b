package org.wirebench.bench;

import java.util.Locale;

/** How every benchmark prints: our figure, the peer's, and the ratio. */
final class Table {
  private static final String ROW = "%-58s %14s %14s %8s%n";

  private Table() {}

  static void head() {
    System.out.printf(ROW, "", "ours", "peer", "ratio");
  }

  static void row(String what, double ours, double peer) {
    System.out.printf(
        ROW, what, figure(ours), figure(peer), String.format(Locale.ROOT, "%.2f", ours / peer));
  }

  /** A row for what no peer does. */
  static void row(String what, double ours) {
    System.out.printf(ROW, what, figure(ours), "", "");
  }

  private static String figure(double number) {
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.2f" : "%,.0f", number);
  }
}
