package org.wirebench.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;

/**
 * Every action, tool, tab, saved request and recent host, found by typing; lies over the window
 * while open.
 */
final class Palette extends StackPane {
  private static final Messages TEXT = Messages.of(Palette.class);
  private static final int ROWS = 12;
  private static final double TOP = 72;

  private final Supplier<List<PaletteItem>> items;
  private final Consumer<Consumer<List<PaletteItem>>> late;
  private final PaletteViewModel model = new PaletteViewModel();
  private final TextField field = new TextField();
  private final ListView<PaletteItem> list = new ListView<>(model.found());
  private final VBox box = new VBox(field, list);
  private @Nullable Node before;
  private int openings;

  /**
   * @param items what can be found, asked for when the palette is opened
   * @param late is asked then too for what takes a while to find, and gives it when it has it
   */
  Palette(Supplier<List<PaletteItem>> items, Consumer<Consumer<List<PaletteItem>>> late) {
    this.items = items;
    this.late = late;
    getStyleClass().add("palette-layer");
    Region veil = new Region();
    veil.getStyleClass().add("palette-veil");
    veil.setOnMousePressed(_ -> close());
    getChildren().add(veil);
    box.getStyleClass().add("palette");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(Pos.TOP_CENTER);
    field.setId("palette-field");
    field.setPromptText(TEXT.get("palette.prompt"));
    field.setAccessibleText(TEXT.get("palette.prompt"));
    field.textProperty().bindBidirectional(model.typedProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    Label nothing = new Label(TEXT.get("palette.nothing"));
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    list.setId("palette-list");
    model
        .found()
        .addListener((ListChangeListener<PaletteItem>) _ -> list.getSelectionModel().selectFirst());
    list.fixedCellSizeProperty().bind(field.heightProperty());
    list.prefHeightProperty()
        .bind(
            field
                .heightProperty()
                .multiply(Bindings.min(ROWS, Bindings.max(1, Bindings.size(model.found()))))
                .add(2));
    getChildren().add(box);
    StackPane.setMargin(box, new Insets(TOP, 0, 0, 0));
    setVisible(false);
  }

  /** Opens it, with something typed already. */
  void open(String typed) {
    if (!isVisible()) {
      before = getScene() == null ? null : getScene().getFocusOwner();
    }
    model.offer(items.get());
    int opening = ++openings;
    late.accept(
        more -> {
          if (opening == openings) {
            offerMore(more);
          }
        });
    field.setText(typed);
    setVisible(true);
    list.getSelectionModel().selectFirst();
    field.requestFocus();
    field.end();
  }

  private void offerMore(List<PaletteItem> more) {
    PaletteItem chosen = list.getSelectionModel().getSelectedItem();
    model.offerMore(more);
    if (model.found().contains(chosen)) {
      list.getSelectionModel().select(chosen);
    }
  }

  /** Closes it; the focus goes back where it was. */
  void close() {
    setVisible(false);
    if (before != null && before.getScene() == getScene()) {
      before.requestFocus();
    }
    before = null;
  }

  private void key(KeyEvent event) {
    if (Keys.PALETTE.match(event)) {
      close();
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> choose();
      // What else could have the focus lies below.
      case TAB -> step(event.isShiftDown() ? -1 : 1);
      case UP -> step(-1);
      case DOWN -> step(1);
      case PAGE_UP -> step(1 - ROWS);
      case PAGE_DOWN -> step(ROWS - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int by) {
    int last = model.found().size() - 1;
    if (last >= 0) {
      int at = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, last);
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - ROWS + 2));
    }
  }

  private void choose() {
    PaletteItem item = list.getSelectionModel().getSelectedItem();
    if (item != null) {
      close();
      item.run().run();
    }
  }

  private final class Cell extends ListCell<PaletteItem> {
    private final Label text = new Label();
    private final Label kind = new Label();
    private final Label keys = new Label();
    private final HBox sign = new HBox();
    private final HBox row = new HBox(sign, text, kind, keys);

    Cell() {
      row.getStyleClass().add("palette-row");
      row.setAlignment(Pos.CENTER_LEFT);
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      kind.getStyleClass().add("secondary");
      keys.getStyleClass().addAll("secondary", "keys");
      kind.setMinWidth(USE_PREF_SIZE);
      keys.setMinWidth(USE_PREF_SIZE);
      setOnMouseClicked(_ -> choose());
    }

    @Override
    protected void updateItem(@Nullable PaletteItem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      text.setText(item.text());
      kind.setText(item.kind());
      keys.setText(item.keys());
      keys.setVisible(!item.keys().isEmpty());
      keys.setManaged(!item.keys().isEmpty());
      var icon = Describe.icon(item.icon());
      icon.getStyleClass().add("tool-icon");
      sign.getStyleClass().setAll("tab-sign", item.hue().styleClass());
      sign.getChildren().setAll(icon);
      setGraphic(row);
      setAccessibleText(item.text() + ", " + item.kind());
    }
  }
}
