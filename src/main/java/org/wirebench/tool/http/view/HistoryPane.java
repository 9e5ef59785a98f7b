package org.wirebench.tool.http.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FillOrScroll;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpRun;

/** The runs of this tab, the newest first; choosing one shows it again, choosing two compares. */
final class HistoryPane extends BorderPane {
  private static final Messages TEXT = Messages.of(HistoryPane.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final TableView<HttpRun> table = new TableView<>();
  private final HttpViewModel model;
  private final List<Action> actions = new ArrayList<>();
  private boolean showing;

  /**
   * @param compare is given two runs that the user wants to compare, the newer one first
   */
  HistoryPane(ToolContext context, HttpViewModel model, BiConsumer<HttpRun, HttpRun> compare) {
    this.model = model;
    table.setItems(model.runs());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getStyleClass().addAll("dense", "history-table");
    table.setColumnResizePolicy(new FillOrScroll());
    table.setAccessibleText(TEXT.get("answer.history"));
    table.setPlaceholder(new Label(TEXT.get("history.none")));
    table
        .getColumns()
        .setAll(
            List.of(
                column(TEXT.get("history.time"), 3.6, HistoryPane::begun),
                column(TEXT.get("history.status"), 5, HistoryPane::status),
                column(TEXT.get("history.took"), 3.2, HistoryPane::took),
                column(TEXT.get("history.size"), 3.2, HistoryPane::size),
                column(TEXT.get("history.asked"), 8, HistoryPane::asked)));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null && !showing) {
                model.show(now);
              }
            });
    Subscription _ = table.fixedCellSizeProperty().subscribe(this::fitColumns);
    act(new HarExport(context.jobs(), context.notices(), this), compare);
    setCenter(table);
  }

  private void act(HarExport har, BiConsumer<HttpRun, HttpRun> compare) {
    Action comparing =
        Action.of(
                TEXT.get("history.compare"),
                Feather.COLUMNS,
                () -> pair().ifPresent(two -> compare.accept(two.newer, two.older)))
            .when(
                Bindings.createBooleanBinding(
                    () -> pair().isPresent(),
                    model.runs(),
                    table.getSelectionModel().getSelectedItems()),
                TEXT.get("history.compare.two"));
    BooleanExpression any = Bindings.isNotEmpty(model.runs());
    List<Action> saving = har.actions(this::chosen, () -> List.copyOf(model.runs()), any);
    actions.add(comparing);
    actions.addAll(saving);
    MenuButton export = new MenuButton(TEXT.get("har.save"), Describe.icon(Feather.DOWNLOAD));
    export.getStyleClass().addAll("small", "flat");
    export.getItems().setAll(saving.stream().map(HistoryPane::item).toList());
    export.disableProperty().bind(any.not());
    Describe.control(export, TEXT.get("har.help"));
    WrapRow bar = new WrapRow(Describe.button(comparing), export);
    bar.getStyleClass().add("history-bar");
    setTop(bar);
    table.setContextMenu(
        new ContextMenu(actions.stream().map(HistoryPane::item).toArray(MenuItem[]::new)));
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title(), Describe.icon(action.icon()));
    item.setOnAction(_ -> action.fire());
    item.disableProperty().bind(action.enabled().not());
    return item;
  }

  private record Pair(HttpRun newer, HttpRun older) {}

  /** The two that are chosen; beside one alone, that before it. */
  private Optional<Pair> pair() {
    List<Integer> at = table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
    int newer = at.isEmpty() ? 0 : at.getFirst();
    int older = at.size() == 2 ? at.getLast() : newer + 1;
    boolean two = at.size() <= 2 && newer >= 0 && older < model.runs().size();
    return two
        ? Optional.of(new Pair(model.runs().get(newer), model.runs().get(older)))
            .filter(pair -> !isNothing(pair.newer) && !isNothing(pair.older))
        : Optional.empty();
  }

  private List<HttpRun> chosen() {
    List<HttpRun> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
    HttpRun shown = model.runProperty().get();
    return !chosen.isEmpty() ? chosen : shown == null ? List.of() : List.of(shown);
  }

  List<Action> actions() {
    return actions;
  }

  private interface Words {
    String of(HttpRun run);
  }

  /**
   * @param width at least, in heights of a row
   */
  private static TableColumn<HttpRun, String> column(String title, double width, Words words) {
    TableColumn<HttpRun, String> column = new TableColumn<>(title);
    column.setUserData(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> text(words, cell.getValue()));
    return column;
  }

  /** Columns are as wide as the text is large. */
  private void fitColumns(Number rowHeight) {
    for (TableColumn<HttpRun, ?> column : table.getColumns()) {
      double least = Math.max(0, rowHeight.doubleValue()) * (double) column.getUserData();
      column.setMinWidth(least);
      column.setPrefWidth(least);
    }
    boolean _ = table.getColumnResizePolicy().call(new ResizeFeatures<>(table, null, 0.0));
  }

  private static ObservableValue<String> text(Words words, HttpRun run) {
    return new ReadOnlyStringWrapper(words.of(run));
  }

  private static String begun(HttpRun run) {
    return isNothing(run) ? "" : TIME.format(last(run).begun());
  }

  /** It may have ended before anything was sent. */
  private static boolean isNothing(HttpRun run) {
    return run.exchanges().isEmpty();
  }

  private static String status(HttpRun run) {
    return isNothing(run) ? TEXT.get("status.none") : Statuses.words(last(run));
  }

  /** What the user asked for, and not what its authorization or a redirect did. */
  private static String asked(HttpRun run) {
    return Statuses.asked(run.request());
  }

  private static Exchange last(HttpRun run) {
    return run.exchanges().getLast();
  }

  private static String took(HttpRun run) {
    return isNothing(run) ? "" : Amounts.duration(last(run).time());
  }

  private static String size(HttpRun run) {
    return isNothing(run) ? "" : Amounts.bytes(last(run).body().size());
  }

  /** Shows how the runs stand now, and which of them is shown. */
  void refresh(HttpRun shown) {
    showing = true;
    if (!table.getSelectionModel().getSelectedItems().contains(shown)) {
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().select(shown);
    }
    table.refresh();
    showing = false;
  }
}
