package org.wirebench.fx;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.wirebench.core.text.Messages;

/** Shortcuts that users choose themselves: which keys they can be. */
public final class UserKeys {
  private static final Messages TEXT = Messages.of(UserKeys.class);

  /** What fields and logs do with keys; shortcuts come before them, so these must stay theirs. */
  private static final Set<String> TYPING =
      Stream.of(
              "A",
              "C",
              "V",
              "X",
              "Z",
              "Y",
              "Shift+Z",
              "Insert",
              "Left",
              "Right",
              "Home",
              "End",
              "Shift+Left",
              "Shift+Right",
              "Shift+Home",
              "Shift+End",
              "Backspace",
              "Delete",
              "Page Up",
              "Page Down",
              "Plus",
              "Equals",
              "Minus",
              "0")
          .map(keys -> KeyCombination.valueOf("Shortcut+" + keys).getDisplayText())
          .collect(Collectors.toUnmodifiableSet());

  private final Supplier<List<Action>> taken;

  /**
   * @param taken the actions whose shortcuts cannot be chosen, asked for each time
   */
  public UserKeys(Supplier<List<Action>> taken) {
    this.taken = taken;
  }

  /** The keys that {@code typed} chooses; empty where nothing is typed, or they cannot be. */
  public Optional<KeyCombination> chosen(String typed) {
    return complaint(typed, List.of()).isEmpty()
        ? named(typed).map(KeyCombination.class::cast)
        : Optional.empty();
  }

  /**
   * Why a shortcut cannot be chosen; empty when it can be, or nothing is typed.
   *
   * @param all what is typed as the shortcuts of everything of its kind, this one among them
   */
  public String complaint(String typed, Collection<String> all) {
    if (typed.isBlank()) {
      return "";
    }
    Optional<KeyCodeCombination> named = named(typed);
    if (named.isEmpty()) {
      return TEXT.get("keys.none");
    }
    KeyCodeCombination keys = named.get();
    if (!keys.getCode().isFunctionKey() && !hasModifier(keys)) {
      return TEXT.get("keys.plain");
    }
    String shown = keys.getDisplayText();
    if (TYPING.contains(shown)) {
      return TEXT.get("keys.typing");
    }
    Optional<Action> other =
        taken.get().stream().filter(action -> action.keys().equals(shown)).findFirst();
    if (other.isPresent()) {
      return TEXT.get("keys.taken", other.get().title());
    }
    long same = all.stream().filter(one -> shown(one).equals(Optional.of(shown))).count();
    return same > 1 ? TEXT.get("keys.twice") : "";
  }

  private static boolean hasModifier(KeyCombination keys) {
    return Stream.of(keys.getControl(), keys.getShortcut(), keys.getAlt(), keys.getMeta())
        .anyMatch(KeyCombination.ModifierValue.DOWN::equals);
  }

  /** The same keys are shown in the same way, whether Ctrl was typed or Shortcut. */
  private static Optional<String> shown(String typed) {
    return named(typed).map(KeyCombination::getDisplayText);
  }

  private static Optional<KeyCodeCombination> named(String typed) {
    try {
      // A character that no key is named after would never match.
      return KeyCombination.valueOf(typed.strip()) instanceof KeyCodeCombination keys
          ? Optional.of(keys)
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException noKeys) {
      return Optional.empty();
    }
  }
}
