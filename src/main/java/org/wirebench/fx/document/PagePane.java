package org.wirebench.fx.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.MenuKeys;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Strip;
import org.wirebench.fx.Tip;

/** HTML as it is to be read. Nothing in it is run or loaded. */
final class PagePane extends VBox {
  private static final Messages TEXT = Messages.of(PagePane.class);

  private final Notices notices;
  private final ListView<PageBlock> list = new ListView<>();
  private final ReadOnlyStringWrapper cut = new ReadOnlyStringWrapper(this, "cut", "");
  private final Label placeholder = new Label();
  private @Nullable OpenDocument shown;

  PagePane(Notices notices) {
    this.notices = notices;
    getStyleClass().add("document-page");
    list.setId("document-page");
    list.setAccessibleText(TEXT.get("page.name"));
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(placeholder);
    placeholder.getStyleClass().add("empty-words");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    MenuItem text = item(TEXT.get("page.copy"), PageBlock::text);
    MenuItem links = item(TEXT.get("page.links"), block -> String.join("\n", block.links()));
    list.setContextMenu(new ContextMenu(text, links));
    MenuKeys.install(list, list::getBoundsInLocal);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(PageBlock::text);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(Strip.of(Feather.SCISSORS, cut.getReadOnlyProperty()), list);
  }

  private MenuItem item(String title, Function<PageBlock, String> part) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(_ -> copy(part));
    return item;
  }

  /** Whoever chose nothing wants all of it. */
  private void copy(Function<PageBlock, String> part) {
    List<PageBlock> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
    List<PageBlock> wanted = selected.isEmpty() ? list.getItems() : selected;
    put(
        wanted.stream()
            .map(part)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  /** Copies all of it. */
  void copyAll() {
    put(list.getItems().stream().map(PageBlock::text).collect(Collectors.joining("\n")));
  }

  private void put(String text) {
    if (text.isEmpty()) {
      notices.info(TEXT.get("copy.nothing"));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    notices.info(TEXT.get("page.copied", Amounts.count(text.length())));
  }

  /** Shows a page that is complete; null for none. */
  void show(@Nullable OpenDocument now) {
    if (shown == now) {
      return;
    }
    shown = now;
    cut.set("");
    list.setItems(FXCollections.observableArrayList());
    Intake lines = now == null ? null : now.intake();
    if (now == null || lines == null) {
      return;
    }
    placeholder.setText(TEXT.get("page.reading"));
    var bytes = lines.text().bytes();
    var charset = lines.text().charset();
    var _ =
        now.work()
            .start(
                TEXT.get("page.job", now.name()),
                context -> context.abandonable("page", () -> PageReader.read(bytes, charset)),
                outcome -> ended(now, outcome));
  }

  private void ended(OpenDocument of, Outcome<PageReader.Page> outcome) {
    if (shown != of) {
      return;
    }
    placeholder.setText(TEXT.get("page.empty"));
    switch (outcome) {
      case Outcome.Done<PageReader.Page>(PageReader.Page page) -> {
        list.setItems(FXCollections.observableArrayList(page.blocks()));
        cut.set(page.cut() ? TEXT.get("page.cut") : "");
      }
      case Outcome.Failed<PageReader.Page>(Failure failure) -> notices.failure(failure);
      case Outcome.Cancelled<PageReader.Page> _ -> placeholder.setText(TEXT.get("page.stopped"));
    }
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  /** A block as text that wraps. */
  private final class Cell extends ListCell<PageBlock> {
    private static final double STEP = 24;
    private static final double BAR = 24;

    private final TextFlow flow = new TextFlow();
    private final Region rule = new Region();

    Cell() {
      rule.getStyleClass().add("page-rule");
      getStyleClass().add("page-cell");
    }

    @Override
    protected void updateItem(@Nullable PageBlock block, boolean empty) {
      super.updateItem(block, empty);
      getStyleClass().removeIf(style -> style.startsWith("page-kind"));
      if (empty || block == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String kind = block.kind().name().toLowerCase(Locale.ROOT);
      getStyleClass().add("page-kind-" + kind);
      flow.getChildren().setAll(texts(block));
      setGraphic(block.kind() == PageBlock.Kind.RULE ? rule : flow);
      setAccessibleText(block.text());
    }

    private List<Text> texts(PageBlock block) {
      List<Text> texts = new ArrayList<>();
      if (!block.marker().isEmpty()) {
        texts.add(text(block.marker()));
      }
      for (PageBlock.Run run : block.runs()) {
        Text text = text(run.text());
        run.looks().forEach(look -> text.getStyleClass().add(styleOf(look)));
        if (!run.link().isEmpty()) {
          Tooltip.install(text, new Tip(TEXT.get("page.link", run.link())));
          text.setOnMouseClicked(_ -> put(run.link()));
        }
        texts.add(text);
      }
      return texts;
    }

    private static Text text(String words) {
      Text text = new Text(words);
      text.getStyleClass().add("page-text");
      return text;
    }

    private static String styleOf(PageBlock.Look look) {
      return "page-" + look.name().toLowerCase(Locale.ROOT);
    }

    private double left() {
      PageBlock block = getItem();
      return snappedLeftInset() + (block == null ? 0 : block.indent() * STEP);
    }

    private double room(double width) {
      return Math.max(BAR, width - left() - snappedRightInset());
    }

    @Override
    protected double computePrefWidth(double height) {
      return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
      double whole = getListView() == null ? width : getListView().getWidth() - BAR;
      double high = getGraphic() == flow ? flow.prefHeight(room(whole)) : rule.prefHeight(-1);
      return snappedTopInset() + (isEmpty() ? BAR : high) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (getGraphic() instanceof Region graphic && getListView() != null) {
        double width = room(Math.min(getWidth(), getListView().getWidth() - BAR));
        double room = getHeight() - snappedTopInset() - snappedBottomInset();
        double high = graphic == rule ? rule.prefHeight(-1) : room;
        double top = snapPositionY(snappedTopInset() + (room - high) / 2);
        graphic.resizeRelocate(left(), top, width, high);
      }
    }
  }
}
