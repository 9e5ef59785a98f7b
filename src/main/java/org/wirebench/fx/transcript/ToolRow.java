package org.wirebench.fx.transcript;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Segments;
import org.wirebench.fx.WrapRow;

/** The row above a transcript: how it is shown, what of it, and what can be done with it. */
final class ToolRow extends WrapRow {
  private static final Messages TEXT = Messages.of(ToolRow.class);

  ToolRow(
      TranscriptViewModel model,
      LogView log,
      TranscriptActions actions,
      List<MenuItem> copy,
      List<MenuItem> save) {
    getStyleClass().addAll("pane-bar", "transcript-bar");
    FilterBox filter = new FilterBox(model.filter(), model.numbers().shownProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    ToggleButton pause = toggle(actions.pause());
    pause.setId("transcript-pause");
    pause.selectedProperty().bindBidirectional(model.pausedProperty());
    ToggleButton wrap = toggle(actions.wrap());
    wrap.setId("transcript-wrap");
    wrap.selectedProperty().bindBidirectional(log.wrapProperty());
    HBox tools =
        new HBox(
            Describe.iconButton(actions.finding().find()),
            pause,
            wrap,
            Describe.iconButton(actions.clear()),
            menu(Feather.COPY, TEXT.get("tool.copy"), "transcript-copy", copy),
            menu(Feather.DOWNLOAD, TEXT.get("tool.save"), "transcript-save", save));
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(modes(model), clockMenu(model), filter, tools);
  }

  private static Segments<Mode> modes(TranscriptViewModel model) {
    Segments<Mode> modes = new Segments<>(List.of(Mode.values()), TEXT::get, ToolRow::help);
    modes.valueProperty().bindBidirectional(model.modeProperty());
    return modes.withIds("transcript-mode");
  }

  private static String help(Mode mode) {
    return switch (mode) {
      case TEXT -> TEXT.get("mode.text.help");
      case HEX -> TEXT.get("mode.hex.help");
      case BOTH -> TEXT.get("mode.both.help");
    };
  }

  private static ToggleButton toggle(Action action) {
    return Describe.iconToggle(action.icon(), action.title(), action.keys());
  }

  private static MenuButton menu(Ikon icon, String what, String id, List<MenuItem> items) {
    MenuButton menu = new MenuButton("", Describe.icon(icon));
    menu.setId(id);
    menu.getStyleClass().addAll("flat", "button-icon", "icon-button");
    menu.getItems().addAll(items);
    menu.setMinWidth(USE_PREF_SIZE);
    return Describe.control(menu, what);
  }

  private static MenuButton clockMenu(TranscriptViewModel model) {
    ToggleGroup group = new ToggleGroup();
    MenuButton menu = menu(Feather.CLOCK, TEXT.get("tool.clock"), "transcript-clock", List.of());
    for (Clock each : Clock.values()) {
      RadioMenuItem item = new RadioMenuItem(TEXT.get(each));
      item.setToggleGroup(group);
      item.setSelected(model.clockProperty().get() == each);
      item.setOnAction(_ -> model.clockProperty().set(each));
      menu.getItems().add(item);
    }
    return menu;
  }
}
