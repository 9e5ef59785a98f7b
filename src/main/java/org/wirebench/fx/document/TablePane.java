package org.wirebench.fx.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.document.JsonTable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.MenuKeys;
import org.wirebench.fx.Notices;

/** An array of objects as a table. Its cells are read when they are on the screen. */
final class TablePane extends VBox {
  private static final Messages TEXT = Messages.of(TablePane.class);

  /** How many rows the width of a column goes by. */
  private static final int MEASURED = 50;

  private static final int NARROWEST = 6;
  private static final int WIDEST = 48;
  private static final double EM = 0.62;
  private static final double PADDING = 28;

  private final Notices notices;
  private final TableView<Long> table = new TableView<>();

  /** Has the size of the text here. */
  private final Label ruler = new Label();

  private @Nullable JsonTable shown;
  private @Nullable Work work;
  private @Nullable Job<long[]> sorting;
  private Order order = new Order(0);
  private int sorts;

  /**
   * @param copy copies the table, or what is selected of it
   */
  TablePane(Notices notices, Runnable copy) {
    this.notices = notices;
    table.setId("document-table");
    table.getStyleClass().add("dense");
    table.setAccessibleText(TEXT.get("table.name"));
    table.setPlaceholder(new Label(TEXT.get("table.empty")));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setSortPolicy(_ -> sort());
    MenuItem item = new MenuItem(TEXT.get("table.copy"));
    item.setOnAction(_ -> copy.run());
    table.setContextMenu(new ContextMenu(item));
    MenuKeys.install(table, table::getBoundsInLocal);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy.run();
            event.consume();
          }
        });
    VBox.setVgrow(table, Priority.ALWAYS);
    ruler.setManaged(false);
    ruler.setVisible(false);
    ruler.fontProperty().addListener((_, _, _) -> table.getColumns().forEach(this::fit));
    getChildren().addAll(table, ruler);
  }

  /** Which column of the document one is, and how many letters are to have room in it. */
  private record Shown(int index, int letters) {}

  /** The numbers of rows in the order in which they are shown. */
  private static final class Order extends ObservableListBase<Long> {
    private final int size;
    private long @Nullable [] rows;

    Order(int size) {
      this.size = size;
    }

    @Override
    public Long get(int index) {
      long[] now = rows;
      return now == null ? index : now[index];
    }

    @Override
    public int size() {
      return size;
    }

    /** Shows them in another order; null for that of the document. */
    void arrange(long @Nullable [] now) {
      if (now == null && rows == null) {
        return;
      }
      int[] places = new int[size];
      for (int i = 0; i < size; i++) {
        places[now == null ? i : (int) now[i]] = i;
      }
      int[] moves = new int[size];
      for (int i = 0; i < size; i++) {
        moves[i] = places[get(i).intValue()];
      }
      beginChange();
      rows = now == null ? null : now.clone();
      nextPermutation(0, size, moves);
      endChange();
    }
  }

  /** Shows a table; null for none. */
  void show(@Nullable JsonTable now, @Nullable Work owner) {
    if (shown == now) {
      return;
    }
    shown = now;
    work = owner;
    table.getSortOrder().clear();
    table.getColumns().clear();
    if (now == null) {
      order = new Order(0);
      table.setItems(order);
      return;
    }
    List<TableColumn<Long, String>> columns = new ArrayList<>();
    try {
      List<String> names = now.columns();
      for (int i = 0; i < names.size(); i++) {
        columns.add(column(now, names.get(i), i));
      }
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
    table.getColumns().setAll(columns);
    order = new Order(rows(now));
    table.setItems(order);
  }

  private static int rows(JsonTable table) {
    return (int) Math.min(Integer.MAX_VALUE - 8, table.size());
  }

  private TableColumn<Long, String> column(JsonTable of, String name, int index)
      throws IOException {
    String title = name.isEmpty() ? TEXT.get("table.value") : Escapes.display(name);
    TableColumn<Long, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell(of, row.getValue(), index)));
    int longest = Math.max(NARROWEST, title.length() + 2);
    boolean numbers = of.size() > 0;
    for (long row = 0; row < Math.min(MEASURED, of.size()); row++) {
      String text = of.cell(row, index);
      longest = Math.max(longest, text.length());
      numbers &= TableOrder.isNumber(text) || text.isEmpty();
    }
    if (numbers) {
      column.getStyleClass().add("numbers");
    }
    column.setUserData(new Shown(index, Math.min(WIDEST, longest)));
    fit(column);
    return column;
  }

  private void fit(TableColumn<Long, ?> column) {
    if (column.getUserData() instanceof Shown(int _, int letters)) {
      double size = ruler.getFont().getSize();
      column.setPrefWidth(PADDING + letters * size * EM);
    }
  }

  private static String cell(JsonTable of, long row, int column) {
    try {
      return of.cell(row, column);
    } catch (IOException unreadable) {
      return TEXT.get("table.unreadable");
    }
  }

  /** Sorts by the columns that were clicked; the rows stay as they are until that is done. */
  private boolean sort() {
    JsonTable of = shown;
    Work owner = work;
    if (of == null || owner == null || owner.isClosed()) {
      return true;
    }
    if (sorting != null) {
      sorting.cancel();
    }
    // One that was done already is not wanted any more.
    int number = ++sorts;
    if (table.getSortOrder().isEmpty()) {
      order.arrange(null);
      return true;
    }
    if (of.size() > TableOrder.MOST) {
      notices.info(
          TEXT.get("table.large", Amounts.count(of.size()), Amounts.count(TableOrder.MOST)));
      table.getSortOrder().clear();
      return false;
    }
    List<TableOrder.By> by =
        table.getSortOrder().stream()
            .map(
                column ->
                    new TableOrder.By(
                        column.getUserData() instanceof Shown(int index, int _) ? index : 0,
                        column.getSortType() == TableColumn.SortType.DESCENDING))
            .toList();
    sorting =
        owner.start(
            TEXT.get("table.sorting"),
            context -> TableOrder.of(of, by, context),
            outcome -> sorted(of, number, outcome));
    return true;
  }

  private void sorted(JsonTable of, int number, Outcome<long[]> outcome) {
    if (shown == of && number == sorts) {
      switch (outcome) {
        case Outcome.Done<long[]>(long[] rows) -> order.arrange(rows);
        case Outcome.Failed<long[]>(Failure failure) -> notices.failure(failure);
        case Outcome.Cancelled<long[]> _ -> table.refresh();
      }
    }
  }

  /** The rows that are selected, in the order on the screen; all where fewer than two are. */
  List<Long> wanted() {
    List<Long> selected =
        table.getSelectionModel().getSelectedIndices().stream()
            .sorted()
            .map(table.getItems()::get)
            .toList();
    return selected.size() < 2 ? table.getItems() : selected;
  }

  @Nullable JsonTable shown() {
    return shown;
  }

  @Override
  public void requestFocus() {
    table.requestFocus();
  }
}
