package org.wirebench.fx.transcript;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;

/** Text, hex or both: one of three buttons is pressed. */
final class ModeButtons extends HBox {
  private static final Messages TEXT = Messages.of(ModeButtons.class);

  private final ToggleGroup group = new ToggleGroup();

  ModeButtons(ObjectProperty<Mode> mode) {
    getStyleClass().add("transcript-modes");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    for (Mode each : Mode.values()) {
      ToggleButton button = new ToggleButton(TEXT.get(each));
      button.setId("transcript-mode-" + each.name().toLowerCase(Locale.ROOT));
      button.setUserData(each);
      button.setToggleGroup(group);
      button.getStyleClass().add(pill(each));
      Describe.control(button, help(each));
      getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                // The pressed one was pressed again: one of them always is.
                group.selectToggle(before);
              } else if (now.getUserData() instanceof Mode chosen) {
                mode.set(chosen);
              }
            });
    mode.addListener((_, _, now) -> select(now));
    select(mode.get());
  }

  private static String pill(Mode mode) {
    return switch (mode) {
      case TEXT -> "left-pill";
      case HEX -> "center-pill";
      case BOTH -> "right-pill";
    };
  }

  private static String help(Mode mode) {
    return switch (mode) {
      case TEXT -> TEXT.get("mode.text.help");
      case HEX -> TEXT.get("mode.hex.help");
      case BOTH -> TEXT.get("mode.both.help");
    };
  }

  private void select(Mode mode) {
    for (Toggle toggle : group.getToggles()) {
      if (toggle.getUserData() == mode) {
        group.selectToggle(toggle);
      }
    }
  }
}
