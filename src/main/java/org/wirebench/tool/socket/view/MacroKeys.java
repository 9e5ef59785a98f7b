package org.wirebench.tool.socket.view;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.input.KeyCombination;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.UserKeys;

/** The shortcuts of the macros of a tab. */
final class MacroKeys {
  private final FormModel form;
  private final UserKeys keys;

  /**
   * @param taken the other actions of the window and of the tab
   */
  MacroKeys(FormModel form, Supplier<List<Action>> taken) {
    this.form = form;
    this.keys = new UserKeys(taken);
  }

  /** Changes whenever a shortcut does. */
  Observable changes() {
    return form.treeProperty();
  }

  /** Why a shortcut cannot be used; empty when it can. */
  String complaint(String typed) {
    return keys.complaint(typed, typed());
  }

  /** Whether a shortcut that is typed cannot be used. */
  boolean areWrong() {
    List<String> all = typed();
    return all.stream().anyMatch(one -> !keys.complaint(one, all).isEmpty());
  }

  private List<String> typed() {
    return form.items("macros").items().stream()
        .map(item -> item instanceof Tree.Fields macro ? macro.text("key").orElse("") : "")
        .toList();
  }

  /** Gives shortcuts to actions, in order: what is chosen twice belongs to the first. */
  final class Giver {
    private final Set<String> given = new HashSet<>();

    /** {@code action}, with the shortcut where that can be used. */
    Action give(Action action, String typed) {
      Optional<KeyCombination> chosen = keys.chosen(typed);
      // Shown in one way, whether Ctrl was typed or Shortcut.
      return chosen
          .filter(shortcut -> given.add(shortcut.getDisplayText()))
          .map(action::on)
          .orElse(action);
    }
  }
}
