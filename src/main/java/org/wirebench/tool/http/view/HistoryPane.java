package org.wirebench.tool.http.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpRun;

/** The runs of this tab, the newest first; choosing one shows it again. */
final class HistoryPane extends BorderPane {
  private static final Messages TEXT = Messages.of(HistoryPane.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final TableView<HttpRun> table = new TableView<>();
  private boolean showing;

  /**
   * @param choose is given the run that the user chooses
   */
  HistoryPane(HttpViewModel model, Consumer<HttpRun> choose) {
    table.setItems(model.runs());
    table.getStyleClass().add("dense");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(TEXT.get("history.none")));
    table
        .getColumns()
        .setAll(
            List.of(
                column(TEXT.get("history.time"), 80, one -> TIME.format(last(one).begun())),
                column(TEXT.get("history.status"), 120, one -> Statuses.words(last(one))),
                column(TEXT.get("history.took"), 80, HistoryPane::took),
                column(TEXT.get("history.size"), 80, HistoryPane::size),
                column(TEXT.get("history.asked"), 300, one -> Statuses.asked(first(one)))));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null && !showing) {
                choose.accept(now);
              }
            });
    setCenter(table);
  }

  private interface Words {
    String of(HttpRun run);
  }

  private static TableColumn<HttpRun, String> column(String title, double width, Words words) {
    TableColumn<HttpRun, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> text(words, cell.getValue()));
    return column;
  }

  private static ObservableValue<String> text(Words words, HttpRun run) {
    return new ReadOnlyStringWrapper(run.exchanges().isEmpty() ? "" : words.of(run));
  }

  private static Exchange first(HttpRun run) {
    return run.exchanges().getFirst();
  }

  private static Exchange last(HttpRun run) {
    return run.exchanges().getLast();
  }

  private static String took(HttpRun run) {
    return Amounts.duration(last(run).time());
  }

  private static String size(HttpRun run) {
    return Amounts.bytes(last(run).body().size());
  }

  /** Shows how the runs stand now, and which of them is shown. */
  void refresh(HttpRun shown) {
    showing = true;
    table.getSelectionModel().select(shown);
    table.refresh();
    showing = false;
  }
}
