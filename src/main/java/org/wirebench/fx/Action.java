package org.wirebench.fx;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something that the user can have done: from the palette, a shortcut, a button or a menu.
 *
 * @param title what it does, beginning with a verb: "Disconnect"
 * @param icon shown beside the title
 * @param shortcut the keys that start it, or null
 * @param enabled whether it can be done now
 * @param otherwise why it cannot be done while it cannot: "Connect first"; empty where that is
 *     plain
 * @param run does it, on the FX thread
 */
public record Action(
    String title,
    Ikon icon,
    @Nullable KeyCombination shortcut,
    BooleanExpression enabled,
    String otherwise,
    Runnable run) {

  /** An action that can always be done. */
  public static Action of(String title, Ikon icon, Runnable run) {
    return new Action(title, icon, null, new ReadOnlyBooleanWrapper(true), "", run);
  }

  /** The same with a shortcut: "Shortcut+Shift+K", where Shortcut is Ctrl or Command. */
  public Action on(String keys) {
    return on(KeyCombination.valueOf(keys));
  }

  /** The same with a shortcut. */
  public Action on(KeyCombination keys) {
    return new Action(title, icon, keys, enabled, otherwise, run);
  }

  /** The same, possible only while {@code condition} holds. */
  public Action when(BooleanExpression condition) {
    return when(condition, "");
  }

  /** The same, possible only while {@code condition} holds, with the reason why not otherwise. */
  public Action when(BooleanExpression condition, String reason) {
    return new Action(title, icon, shortcut, condition, reason, run);
  }

  /** The shortcut as it is written in a tooltip: "Ctrl+K"; empty where there is none. */
  public String keys() {
    return Optional.ofNullable(shortcut).map(KeyCombination::getDisplayText).orElse("");
  }

  /** Does it if it can be done now. */
  public void fire() {
    if (enabled.get()) {
      run.run();
    }
  }

  /** Does the first of {@code actions} whose shortcut was pressed, as far as it can be done. */
  public static void press(List<Action> actions, KeyEvent event) {
    for (Action action : actions) {
      if (action.shortcut != null && action.shortcut.match(event)) {
        action.fire();
        event.consume();
        return;
      }
    }
  }
}
