package org.wirebench.fx;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One picture of the tour.
 *
 * @param name of the file: lower case, words joined by hyphens
 * @param example what is opened and run for it
 * @param prepare is called with the view of the last opened tab when it is shown; returns what is
 *     true when the picture can be taken
 */
public record TourStop(String name, Example example, Function<ToolView, BooleanSupplier> prepare) {
  /**
   * A picture of a tool.
   *
   * @param view what the tool shows in its tabs
   */
  public static <V extends ToolView> TourStop of(
      String name, Example example, Class<V> view, Function<V, BooleanSupplier> prepare) {
    return new TourStop(name, example, shown -> prepare.apply(view.cast(shown)));
  }
}
