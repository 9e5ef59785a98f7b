package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.testkit.Fx;

class UserKeysTest {
  private final UserKeys keys =
      new UserKeys(
          () ->
              List.of(
                  Action.of("Find anything", Feather.SEARCH, () -> {}).on("Shortcut+K"),
                  Action.of("No keys", Feather.SEARCH, () -> {}),
                  Action.of("Show the dock", Feather.COLUMNS, () -> {}).on("F12")));

  @BeforeAll
  static void toolkit() throws TimeoutException {
    Fx.start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Ctrl+1", "ctrl+shift+1", "Ctrl+Shift+K", "F5", "Shift+F12", "Alt+M"})
  void theseCanBeChosen(String typed) {
    assertThat(keys.complaint(typed, List.of(typed, "Ctrl+2", ""))).isEmpty();
    assertThat(keys.chosen(typed))
        .isEqualTo(
            typed.isBlank()
                ? java.util.Optional.empty()
                : java.util.Optional.of(KeyCombination.valueOf(typed)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ctrl+ | is no shortcut",
        "Ctrl | is no shortcut",
        "Ctrl+Foo | is no shortcut",
        "Ctrl++ | is no shortcut",
        "Ctrl+A+B | is no shortcut",
        "Ctrl+'k' | is no shortcut",
        "Ignore Ctrl+K | needs Ctrl or Alt",
        "A | needs Ctrl or Alt",
        "Enter | needs Ctrl or Alt",
        "Shift+A | needs Ctrl or Alt",
        "Ctrl+K | belongs to the window already: Find anything",
        "shortcut+k | belongs to the window already: Find anything",
        "F12 | belongs to the window already: Show the dock",
        "Ctrl+C | is for typing",
        "Ctrl+Shift+Z | is for typing",
        "Ctrl+Left | is for typing"
      })
  void theseCannotBeChosen(String typed, String why) {
    assertThat(keys.complaint(typed, List.of(typed))).contains(why);
    assertThat(keys.chosen(typed)).isEmpty();
  }

  @Test
  void keysThatAreChosenTwiceAreSaidSo() {
    assertThat(keys.complaint("Ctrl+1", List.of("Ctrl+1", "Shortcut+1"))).contains("used twice");
    assertThat(keys.complaint("Ctrl+1", List.of("Ctrl+1", "Ctrl+2", "x"))).isEmpty();
  }
}
