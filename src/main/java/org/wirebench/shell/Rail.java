package org.wirebench.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.Hue;

/** The icons at the left: the tools, and at the bottom the lab and the settings. */
final class Rail extends VBox {
  private static final Messages TEXT = Messages.of(Rail.class);
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  /**
   * One icon.
   *
   * @param id the kind of tab that it stands for, which it is marked for while one is shown
   */
  record Item(String id, Hue hue, Action action) {}

  Rail(List<Item> top, List<Item> bottom, ObservableValue<@Nullable WorkTab> shown) {
    getStyleClass().add("rail");
    setAccessibleText(TEXT.get("rail.name"));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    top.forEach(item -> getChildren().add(button(item, shown)));
    getChildren().add(space);
    bottom.forEach(item -> getChildren().add(button(item, shown)));
  }

  private static Button button(Item item, ObservableValue<@Nullable WorkTab> shown) {
    Button button = Describe.iconButton(item.action());
    button.getStyleClass().addAll("rail-button", item.hue().styleClass());
    button.getGraphic().getStyleClass().add("tool-icon");
    button.setId("rail-" + item.id());
    shown.subscribe(
        tab ->
            button.pseudoClassStateChanged(
                ACTIVE,
                Optional.ofNullable(tab)
                    .filter(work -> work.kind().id().equals(item.id()))
                    .isPresent()));
    return button;
  }
}
