package org.wirebench.shell;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;

/** The button at the end of the tabs that lists them all, by their full names. */
final class TabList {
  private static final Messages TEXT = Messages.of(TabList.class);

  private TabList() {}

  static Button button(TabsViewModel tabs) {
    ContextMenu menu = new ContextMenu();
    Button button = Describe.iconButton(Feather.CHEVRON_DOWN, TEXT.get("tab.all"), () -> {});
    button.setId("tab-list");
    button.setOnAction(
        _ -> {
          fill(menu, tabs);
          menu.show(button, Side.BOTTOM, 0, 0);
        });
    return button;
  }

  private static void fill(ContextMenu menu, TabsViewModel tabs) {
    ToggleGroup group = new ToggleGroup();
    menu.getItems().clear();
    for (WorkTab tab : tabs.tabs()) {
      FontIcon icon = Describe.icon(tab.kind().icon());
      icon.getStyleClass().add("tool-icon");
      HBox sign = new HBox(icon);
      sign.getStyleClass().addAll("tab-sign", tab.kind().hue().styleClass());
      RadioMenuItem item = new RadioMenuItem(tab.titleProperty().get(), sign);
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(tab == tabs.selectedProperty().get());
      item.setOnAction(_ -> tabs.selectedProperty().set(tab));
      menu.getItems().add(item);
    }
  }
}
