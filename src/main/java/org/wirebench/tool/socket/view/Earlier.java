package org.wirebench.tool.socket.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.WrapRow;

/**
 * What was said over earlier connections of this tab: connecting again takes nothing away. One row
 * says which of them is shown, and goes back.
 */
final class Earlier extends WrapRow {
  private static final Messages TEXT = Messages.of(Earlier.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final ObservableList<Past> all;
  private final Consumer<Past> show;
  private final Label words = new Label();
  private final Action back;

  /**
   * @param all the earlier connections
   * @param show shows one of them
   * @param back shows again what is, or was, said last
   */
  Earlier(ObservableList<Past> all, Consumer<Past> show, Runnable back) {
    this.all = all;
    this.show = show;
    getStyleClass().add("news-strip");
    words.setGraphic(Describe.icon(Feather.ARCHIVE));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    this.back =
        Action.of(
                TEXT.get("earlier.back"),
                Feather.CORNER_UP_LEFT,
                () -> {
                  leave();
                  back.run();
                })
            .when(BooleanExpression.booleanExpression(visibleProperty()));
    Button button = Describe.button(this.back);
    button.getStyleClass().add("small");
    getChildren().addAll(words, button);
    managedProperty().bind(visibleProperty());
    leave();
  }

  /** Nothing earlier is shown any more. */
  void leave() {
    setVisible(false);
  }

  private static String words(Past past) {
    return TEXT.get(
        "earlier.item",
        TIME.format(past.transcript().began()),
        past.title(),
        Amounts.bytes(past.transcript().bytes().size()));
  }

  private void choose(Past past) {
    words.setText(TEXT.get("earlier.shown", words(past)));
    setVisible(true);
    show.accept(past);
  }

  /** A menu of them, which is not there while there are none. */
  MenuButton menu(boolean server) {
    MenuButton menu = new MenuButton("", Describe.icon(Feather.ARCHIVE));
    menu.getStyleClass().addAll("flat", "button-icon", "icon-button");
    menu.managedProperty().bind(menu.visibleProperty());
    Describe.control(menu, TEXT.get("earlier"));
    Runnable fill =
        () -> {
          menu.getItems().setAll(of(server).map(this::item).toList());
          menu.setVisible(!menu.getItems().isEmpty());
        };
    all.addListener((ListChangeListener<Past>) _ -> fill.run());
    fill.run();
    return menu;
  }

  private Stream<Past> of(boolean server) {
    return all.stream().filter(past -> past.server() == server);
  }

  /** Shows each of them, and goes back. */
  List<Action> actions(boolean server) {
    return Stream.concat(of(server).map(this::action), Stream.of(back)).toList();
  }

  private Action action(Past past) {
    String title = TEXT.get("earlier.show", words(past));
    return Action.of(title, Feather.ARCHIVE, () -> choose(past));
  }

  private MenuItem item(Past past) {
    MenuItem item = new MenuItem(words(past));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> choose(past));
    return item;
  }
}
