package org.wirebench.fx.find;

import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;

/**
 * Finding, with the same keys everywhere.
 *
 * @param find opens the search
 * @param next goes to the next hit
 * @param previous goes to the hit before
 */
public record FindActions(Action find, Action next, Action previous) {
  private static final Messages TEXT = Messages.of(FindActions.class);

  /**
   * @param title what is opened: "Find in the transcript"
   * @param open opens the search
   * @param seek goes to the next hit, or to the one before
   */
  public static FindActions of(String title, Runnable open, Consumer<Boolean> seek) {
    return new FindActions(
        Action.of(title, Feather.SEARCH, open).on("Shortcut+F"),
        Action.of(TEXT.get("find.next"), Feather.ARROW_DOWN, () -> seek.accept(true)).on("F3"),
        Action.of(TEXT.get("find.previous"), Feather.ARROW_UP, () -> seek.accept(false))
            .on("Shift+F3"));
  }

  /** All of them. */
  public List<Action> all() {
    return List.of(find, next, previous);
  }
}
