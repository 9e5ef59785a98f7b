package org.wirebench.fx.document;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.Segments;
import org.wirebench.fx.WrapRow;

/** The row above a document: how it is shown, what of it, and what can be done with it. */
final class DocumentBar extends WrapRow {
  private static final Messages TEXT = Messages.of(DocumentBar.class);
  private static final double LEAST = 90;
  private static final double WIDTH = 260;

  private final Showing showing;
  private final DocumentFlags flags;
  private final StackPane choices = new StackPane();
  private final TextField path = new TextField();
  private final Label count = new Label();
  private final Label facts = new Label();
  private final HBox filter = new HBox(path, count);
  private final HBox tools;
  private List<View> offered = List.of();
  private boolean offering;
  private @Nullable Segments<View> segments;

  DocumentBar(Showing showing, DocumentFlags flags, DocumentActions actions) {
    this.showing = showing;
    this.flags = flags;
    getStyleClass().addAll("pane-bar", "document-bar");
    choices.setMinWidth(USE_PREF_SIZE);
    shownWhile(this, flags.any());
    filter(showing.place().rows().filter(), actions);
    facts.setId("document-facts");
    facts.textProperty().bind(showing.factsProperty());
    facts.getStyleClass().add("secondary");
    facts.setMinWidth(USE_PREF_SIZE);
    HBox rest = new HBox(filter, facts);
    rest.setSpacing(8);
    rest.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(rest, Priority.ALWAYS);
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox.setHgrow(facts, Priority.SOMETIMES);
    facts.setMaxWidth(Double.MAX_VALUE);
    facts.setAlignment(Pos.CENTER_RIGHT);
    ToggleButton wrap =
        Describe.iconToggle(actions.wrap().icon(), actions.wrap().title(), actions.wrap().keys());
    wrap.setId("document-wrap");
    wrap.selectedProperty().bindBidirectional(showing.place().rows().log().wrapProperty());
    shownWhile(wrap, flags.rows());
    ToggleButton actual = showing.place().image().actual();
    shownWhile(actual, flags.pictured());
    Button save = Describe.iconButton(actions.save());
    save.setId("document-save");
    tools =
        new HBox(
            actual,
            foldButton(actions.fold(), "document-fold"),
            foldButton(actions.unfold(), "document-unfold"),
            wrap,
            Describe.iconButton(actions.finding().find()),
            copyMenu(actions),
            save);
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(choices, rest, tools);
  }

  private void filter(DocumentFilter model, DocumentActions actions) {
    path.setId("document-filter");
    Describe.control(path, TEXT.get("filter.help"), actions.filter().keys());
    path.textProperty().bindBidirectional(model.textProperty());
    path.setMinWidth(LEAST);
    path.setPrefWidth(WIDTH);
    path.setMaxWidth(WIDTH);
    HBox.setHgrow(path, Priority.SOMETIMES);
    count.setId("document-matches");
    count.getStyleClass().add("secondary");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(model.countProperty());
    FieldMarks.mark(path, model.problemProperty());
    filter.setSpacing(8);
    filter.setAlignment(Pos.CENTER_LEFT);
    shownWhile(filter, flags.filterable());
  }

  private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private Button foldButton(Action action, String id) {
    Button button = Describe.iconButton(action);
    button.setId(id);
    shownWhile(button, flags.tree());
    return button;
  }

  private MenuButton copyMenu(DocumentActions actions) {
    MenuButton menu = new MenuButton("", Describe.icon(Feather.COPY));
    menu.setId("document-copy");
    menu.getStyleClass().addAll("flat", "button-icon", "icon-button");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getItems().setAll(actions.copying().stream().map(DocumentBar::item).toList());
    return Describe.control(menu, TEXT.get("bar.copy"));
  }

  /** The item of a menu for an action. */
  static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title());
    item.setAccelerator(action.shortcut());
    item.setOnAction(_ -> action.fire());
    item.disableProperty().bind(action.enabled().not());
    return item;
  }

  /** What a path is called here: it depends on the document. */
  void prompt(String words) {
    path.setPromptText(words);
  }

  /** Puts the keyboard into the filter. */
  void focusFilter() {
    path.requestFocus();
    path.selectAll();
  }

  /** Offers views, of which one is shown. */
  void offer(List<View> views, View shown) {
    if (!views.equals(offered) || segments == null) {
      offered = views;
      Segments<View> made =
          new Segments<>(views, DocumentBar::title, DocumentBar::help).withIds("document-view");
      made.valueProperty().set(shown);
      made.valueProperty().addListener((_, _, now) -> chosen(now));
      segments = made;
      choices.getChildren().setAll(made);
    }
    offering = true;
    segments.valueProperty().set(shown);
    offering = false;
  }

  private void chosen(View view) {
    if (!offering) {
      showing.choose(view);
    }
  }

  private static String title(View view) {
    return TEXT.get(view);
  }

  private static String help(View view) {
    return switch (view) {
      case FORMATTED -> TEXT.get("view.formatted");
      case EVENTS -> TEXT.get("view.events");
      case TABLE -> TEXT.get("view.table");
      case PAGE -> TEXT.get("view.page");
      case IMAGE -> TEXT.get("view.image");
      case TEXT -> TEXT.get("view.text");
      case HEX -> TEXT.get("view.hex");
      case CHANGES -> TEXT.get("view.changes");
    };
  }
}
