package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FillOrScroll;
import org.wirebench.tool.http.service.load.LoadReport.Second;

/** What a load run brought in each second, or in several where it ran long. */
final class LoadTable extends TableView<Second> {
  private static final Messages TEXT = Messages.of(LoadTable.class);

  private final ObservableList<Second> seconds = FXCollections.observableArrayList();

  LoadTable() {
    getStyleClass().addAll("dense", "striped", "load-table");
    setAccessibleText(TEXT.get("load.table"));
    setColumnResizePolicy(new FillOrScroll());
    getColumns()
        .setAll(
            List.of(
                column(3, TEXT.get("load.at"), Second::at, Amounts::duration),
                column(3, TEXT.get("load.answers"), Second::answers, Amounts::count),
                column(3, TEXT.get("load.failures"), Second::failures, Amounts::count),
                column(4, TEXT.get("load.table.perSecond"), Second::rate, LoadTable::rate),
                column(3, TEXT.get("load.median"), Second::median, LoadTable::latency),
                column(3, TEXT.get("load.high"), Second::high, LoadTable::latency)));
    Subscription _ = fixedCellSizeProperty().subscribe(this::fitColumns);
    SortedList<Second> sorted = new SortedList<>(seconds);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  /** Answers a second, as people read them. */
  static String rate(double rate) {
    return rate < 10 ? TEXT.get("load.number", rate) : Amounts.count(Math.round(rate));
  }

  /** A second in which nothing came has no latency. */
  private static String latency(Duration latency) {
    return latency.isZero() ? TEXT.get("load.none") : Amounts.duration(latency);
  }

  /** Columns are as wide as the text is large, and a row is as high as that. */
  private void fitColumns(Number rowHeight) {
    for (TableColumn<Second, ?> column : getColumns()) {
      double least = Math.max(0, rowHeight.doubleValue()) * (double) column.getUserData();
      column.setMinWidth(least);
      column.setPrefWidth(least);
    }
    boolean _ = getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
  }

  /**
   * A column of numbers.
   *
   * @param rows how wide it is at least, as so many rows are high
   */
  private static <T> TableColumn<Second, T> column(
      double rows, String title, Function<Second, T> value, Function<T, String> text) {
    TableColumn<Second, T> column = new TableColumn<>(title);
    column.setUserData(rows);
    column.getStyleClass().add("numbers");
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              {
                getStyleClass().add("numbers");
              }

              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null || empty ? null : text.apply(item));
              }
            });
    return column;
  }

  /** Shows these; those that are shown already stay where they are. */
  void show(List<Second> now) {
    boolean grown = now.size() >= seconds.size() && now.subList(0, seconds.size()).equals(seconds);
    if (grown) {
      boolean _ = seconds.addAll(now.subList(seconds.size(), now.size()));
    } else {
      boolean _ = seconds.setAll(now);
    }
  }
}
